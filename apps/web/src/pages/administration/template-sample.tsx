import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Modal, Skeleton, Typography } from 'antd';
import { lazy, Suspense } from 'react';
import { answered, api } from '../../api/client.ts';
import { usePaperFormats } from '../../api/queries.ts';
import { Unreadable } from '../../case-parts/unreadable.tsx';
import { Loading } from '../../shared/page.tsx';

/** Loaded when somebody opens a sample. */
const ReadDocx = lazy(() => import('../../case-parts/read-docx.tsx'));

interface TemplateSampleProps {
  readonly kind: string;
  readonly label: string;
  readonly version: number;
  readonly onClose: () => void;
}

/** A sample paper in a version of the template, with sample data. */
export function TemplateSample({ kind, label, version, onClose }: TemplateSampleProps) {
  const { data: formats } = usePaperFormats();
  const sample = useQuery({
    queryKey: ['template-sample', kind, version],
    queryFn: () =>
      answered(
        api.GET('/api/papers/templates/{kind}/preview', {
          params: { path: { kind }, query: { version: version as never, format: 'docx' } },
          parseAs: 'blob',
        }),
      ) as Promise<unknown> as Promise<Blob>,
    // A version never changes.
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const address = `/api/papers/templates/${kind}/preview?version=${version}`;
  return (
    <Modal open title={`${label}（样张）`} footer={null} width={900} onCancel={onClose} destroyOnHidden>
      <Flex vertical gap={12}>
        <Flex gap={8} align="center" wrap>
          <Button size="small" href={address} download>
            下载样张 docx
          </Button>
          {formats?.pdf === true ? (
            <Button size="small" href={`${address}&format=pdf`} download>
              下载样张 pdf
            </Button>
          ) : null}
          {formats?.pdf === false ? (
            <Typography.Text type="secondary">本机没有安装 LibreOffice，样张只有 docx 格式。</Typography.Text>
          ) : null}
        </Flex>
        <Loading query={sample}>
          {(blob) => (
            <Unreadable name={label}>
              <Suspense fallback={<Skeleton active />}>
                <ReadDocx content={blob} name={`${label}样张`} />
              </Suspense>
            </Unreadable>
          )}
        </Loading>
      </Flex>
    </Modal>
  );
}
