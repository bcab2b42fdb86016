/** The checklist: missing materials are red before the submission, and files are uploaded at their line. */
import { Card, Flex, Typography } from 'antd';
import type { CaseDocument, CaseView } from '../../api/types.ts';
import { DocumentsList } from '../../case-parts/documents-list.tsx';
import { DropPlace } from '../../case-parts/drop-place.tsx';
import type { Upload } from '../../case-parts/uploads.ts';
import { headStyle } from './head-style.ts';

interface MaterialsProps {
  readonly caseId?: string;
  readonly materials: CaseView['materials'];
  readonly documents: readonly CaseDocument[];
  readonly uploads: readonly Upload[];
  readonly onFiles: (kind: string, files: readonly File[]) => void;
  readonly onAgain?: (id: string) => void;
  readonly onDismiss?: (id: string) => void;
  readonly onOpen?: (documentId: string) => void;
}

const nothing = () => {};

export function Materials(props: MaterialsProps) {
  const { caseId = '', materials, documents, uploads, onFiles, onAgain = nothing, onDismiss = nothing, onOpen } = props;
  const missing = materials.filter(({ required, given }) => required && !given);
  return (
    <Card size="small" title={<h2 style={headStyle}>送审材料</h2>}>
      <Flex vertical gap={8}>
        <Typography.Text type={missing.length > 0 ? 'danger' : 'success'} role="status">
          {missing.length > 0
            ? `还缺 ${missing.length} 项：${missing.map(({ label }) => label).join('、')}`
            : '必报材料已齐全。'}
        </Typography.Text>
        <DocumentsList
          caseId={caseId}
          materials={materials}
          documents={documents}
          onOpen={onOpen}
          under={(material, versions) => (
            <DropPlace
              kind={material.kind}
              label={material.label}
              again={versions.length > 0}
              uploads={uploads.filter(({ kind }) => kind === material.kind)}
              onFiles={(files) => onFiles(material.kind, files)}
              onAgain={onAgain}
              onDismiss={onDismiss}
            />
          )}
        />
      </Flex>
    </Card>
  );
}
