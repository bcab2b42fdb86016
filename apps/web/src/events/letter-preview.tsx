import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { answered, api } from '../api/client.ts';
import { Loading } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { filled } from '../shared/schema-form.tsx';

/** Loaded when somebody opens a preview. */
const ReadDocx = lazy(() => import('../case-parts/read-docx.tsx'));

const kind = 'opinion-letter';
const pending = { data: undefined, error: null, refetch: () => undefined };

interface LetterPreviewProps {
  readonly caseId: string;
  /** The present letter of the form. */
  readonly letter: () => object;
}

/** The letter as the paper that it will become, with unsent values of the form. */
export function LetterPreview({ caseId, letter }: LetterPreviewProps) {
  const [open, setOpen] = useState(false);
  const preview = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/cases/{id}/papers/preview', {
          params: { path: { id: caseId } },
          body: { kind, format: 'docx', payload: filled({ letter: letter() }) },
          parseAs: 'blob',
        }) as Promise<{ data?: Blob }>,
      ),
  });
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
          preview.mutate();
        }}
      >
        预览成文
      </Button>
      <Modal
        open={open}
        title="审查意见书（预览）"
        footer={null}
        width={900}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {preview.error !== null ? (
          <ProblemAlert error={preview.error} onRetry={() => preview.mutate()} />
        ) : preview.data === undefined ? (
          <Loading query={pending}>{() => null}</Loading>
        ) : (
          <Suspense fallback={<Loading query={pending}>{() => null}</Loading>}>
            <ReadDocx content={preview.data} name="审查意见书" />
          </Suspense>
        )}
      </Modal>
    </>
  );
}
