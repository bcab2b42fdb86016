/** The submitted documents next to their list; new versions can be uploaded where the case asks for them. */
import { Button, Col, Flex, Row, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseDocument, CaseView } from '../../api/types.ts';
import { DocumentReader } from '../../case-parts/document-reader.tsx';
import { DocumentsList } from '../../case-parts/documents-list.tsx';
import { DropPlace } from '../../case-parts/drop-place.tsx';
import { useDocumentDetails, type DocumentDetail } from '../../case-parts/document-details.ts';
import { useUploads } from '../../case-parts/uploads.ts';
import { materialLabels } from '../../case-parts/words-of.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { useInSight } from '../../shared/in-sight.ts';
import { CompareAny } from './compare-any.tsx';
import { StartedComparison } from './started-comparison.tsx';

const TextComparison = lazy(() => import('../../case-parts/text-comparison.tsx'));

export default function CaseDocuments({ view }: { view: CaseView }) {
  const [search, setSearch] = useSearchParams();
  const uploads = useUploads(view.id);
  const mayUpload = useMayUpload(view);
  const mayUploadLate = useMayUploadLate(view);
  const { data: details } = useDocumentDetails(view.id);
  const open = (documentId: string) => setSearch({ tab: 'documents', document: documentId });
  const compare = (before: CaseDocument, after: CaseDocument) =>
    setSearch({ tab: 'documents', document: after.id, before: before.id });
  const reading = useInSight<HTMLDivElement>(search.get('document'));
  const after = view.documents.find(({ id }) => id === search.get('document'));
  const before = view.documents.find(({ id }) => id === search.get('before'));
  return (
    <Row gutter={[24, 16]}>
      <Col xs={24} xl={10}>
        <DocumentsList
          caseId={view.id}
          materials={view.materials}
          documents={view.documents}
          isRecorded={view.recorded !== null}
          onOpen={open}
          under={(material, versions) => (
            <Flex vertical gap={8}>
              <Compare versions={versions} onCompare={compare} />
              {material.compared === true && versions[0] !== undefined ? (
                <StartedComparison
                  caseId={view.id}
                  documents={view.documents}
                  newest={versions[0]}
                  comparedWith={material.comparedWith}
                  acceptable={mayAccept(view)}
                  onOpen={compare}
                />
              ) : null}
              {mayUpload || (material.compared === true && mayUploadLate) ? (
                <DropPlace
                  kind={material.kind}
                  label={material.label}
                  again={versions.length > 0}
                  uploads={uploads.items.filter(({ kind }) => kind === material.kind)}
                  onFiles={(files) => uploads.add(material.kind, files)}
                  onAgain={uploads.again}
                  onDismiss={uploads.dismiss}
                />
              ) : null}
            </Flex>
          )}
        />
        <CompareAny documents={view.documents} labels={materialLabels(view.materials)} onCompare={compare} />
      </Col>
      <Col xs={24} xl={14} ref={reading} className="reader-place">
        {before !== undefined && after !== undefined ? (
          <Suspense fallback={<Skeleton active />}>
            <TextComparison
              key={before.id + after.id}
              caseId={view.id}
              before={before}
              after={after}
              acceptable={mayAccept(view) && isAwaited(view, before, after)}
            />
          </Suspense>
        ) : (
          <DocumentReader
            caseId={view.id}
            documents={view.documents}
            labels={materialLabels(view.materials)}
            notes={notesOf(details ?? {})}
            open={after?.id}
            onOpen={open}
          />
        )}
      </Col>
    </Row>
  );
}

const accepting = 'comparison.accept';

const mayAccept = ({ events }: CaseView): boolean => events.some(({ type, allowed }) => type === accepting && allowed);

/** Whether the case waits for this comparison. A case of a version that does not say which one accepts any. */
function isAwaited({ materials, documents }: CaseView, before: CaseDocument, after: CaseDocument): boolean {
  const awaited = materials.filter(({ compared }) => compared === true);
  return (
    awaited.length === 0 ||
    awaited.some(
      ({ kind, comparedWith }) =>
        before.id === comparedWith && documents.findLast((document) => document.kind === kind)?.id === after.id,
    )
  );
}

function notesOf(details: Readonly<Record<string, DocumentDetail>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(details).map(([id, { notes }]) => [id, notes.map(({ message }) => message)]),
  );
}

interface CompareProps {
  /** Newest first. */
  readonly versions: readonly CaseDocument[];
  readonly onCompare: (before: CaseDocument, after: CaseDocument) => void;
}

/** Compares each version with the previous one. Other comparisons are chosen below the list. */
function Compare({ versions, onCompare }: CompareProps) {
  if (versions.length < 2) return null;
  return (
    <Flex gap={8} wrap className="no-print">
      {versions.slice(0, -1).map((after, index) => {
        const before = versions[index + 1];
        if (before === undefined) return null;
        return (
          <Button key={after.id} size="small" onClick={() => onCompare(before, after)}>
            比较第 {before.version} 版与第 {after.version} 版
          </Button>
        );
      })}
    </Flex>
  );
}

/**
 * Whether the case asks this person for documents now, so that no upload is offered that would be refused. The server
 * decides at the upload.
 */
function useMayUpload(view: CaseView): boolean {
  const me = useMe();
  if (view.organisation.id !== me.organisation.id || !hasRole(me, 'submitter', 'reviewer')) return false;
  // Scans may be added to a recorded case at any time.
  if (view.recorded !== null) return true;
  if (view.status !== 'active') return false;
  const waits = view.tasks.some(({ key, role }) => key === 'supplement' || role === 'submitter');
  return waits || view.tasks.some(({ role }) => hasRole(me, role) && (role === 'submitter' || role === 'reviewer'));
}

/** A submitter hands in what is compared with the reviewed text while its result can be accepted, also without an open task. */
function useMayUploadLate(view: CaseView): boolean {
  const me = useMe();
  const isOwn = view.organisation.id === me.organisation.id && hasRole(me, 'submitter');
  return isOwn && view.events.some(({ type }) => type === accepting);
}
