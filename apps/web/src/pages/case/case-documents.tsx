/** What was handed in, read beside its list; a new version is handed in where the case asks for one. */
import { Col, Row } from 'antd';
import { useSearchParams } from 'react-router';
import type { CaseView } from '../../api/types.ts';
import { DocumentReader } from '../../case-parts/document-reader.tsx';
import { DocumentsList } from '../../case-parts/documents-list.tsx';
import { DropPlace } from '../../case-parts/drop-place.tsx';
import { useUploads } from '../../case-parts/uploads.ts';
import { materialLabels } from '../../case-parts/words-of.ts';
import { hasRole, useMe } from '../../session/session.tsx';

export function CaseDocuments({ view }: { view: CaseView }) {
  const [search, setSearch] = useSearchParams();
  const uploads = useUploads(view.id);
  const mayUpload = useMayUpload(view);
  const open = (documentId: string) => setSearch({ tab: 'documents', document: documentId });
  return (
    <Row gutter={[24, 16]}>
      <Col xs={24} xl={10}>
        <DocumentsList
          caseId={view.id}
          materials={view.materials}
          documents={view.documents}
          onOpen={open}
          under={(material, versions) =>
            mayUpload ? (
              <DropPlace
                kind={material.kind}
                label={material.label}
                again={versions.length > 0}
                uploads={uploads.items.filter(({ kind }) => kind === material.kind)}
                onFiles={(files) => uploads.add(material.kind, files)}
                onAgain={uploads.again}
                onDismiss={uploads.dismiss}
              />
            ) : null
          }
        />
      </Col>
      <Col xs={24} xl={14}>
        <DocumentReader
          caseId={view.id}
          documents={view.documents}
          labels={materialLabels(view.materials)}
          open={search.get('document') ?? undefined}
          onOpen={open}
        />
      </Col>
    </Row>
  );
}

/**
 * Whether the case asks this person for documents now, so that nobody is offered a place that would refuse him. What the
 * server says at an upload is what counts.
 */
function useMayUpload(view: CaseView): boolean {
  const me = useMe();
  if (view.status !== 'active' || view.organisation.id !== me.organisation.id) return false;
  if (!hasRole(me, 'submitter', 'reviewer')) return false;
  const waits = view.tasks.some(({ key, role }) => key === 'supplement' || role === 'submitter');
  return waits || view.tasks.some(({ role }) => hasRole(me, role) && (role === 'submitter' || role === 'reviewer'));
}
