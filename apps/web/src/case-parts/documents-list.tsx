/** The submitted documents by kind, each with all its versions. */
import { Button, Flex, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { CaseDocument, CaseView } from '../api/types.ts';
import { instant } from '../shared/dates.ts';
import { contentAddress, fileSize } from './document-content.ts';

type Material = CaseView['materials'][number];

export interface DocumentsListProps {
  readonly caseId: string;
  readonly materials: readonly Material[];
  readonly documents: readonly CaseDocument[];
  /** A recorded case (补录): nothing was asked for, so no kind is optional or missing. */
  readonly isRecorded?: boolean;
  readonly onOpen?: ((documentId: string) => void) | undefined;
  /** Content below a kind, such as the upload of a new version. */
  readonly under?: (material: Material, versions: readonly CaseDocument[]) => ReactNode;
}

export function DocumentsList(props: DocumentsListProps) {
  const { caseId, materials, documents, isRecorded = false, onOpen, under } = props;
  return (
    <Flex vertical component="ul" className="documents-list" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {materials.map((material) => {
        const versions = documents
          .filter(({ kind }) => kind === material.kind)
          .sort((one, other) => other.version - one.version);
        return (
          <li key={material.kind} data-kind={material.kind} style={rowStyle}>
            <Flex vertical gap={4}>
              {isRecorded ? (
                <Typography.Text strong>{material.label}</Typography.Text>
              ) : (
                <MaterialName material={material} />
              )}
              {versions.map((document) => (
                <Version key={document.id} caseId={caseId} document={document} onOpen={onOpen} />
              ))}
              {under?.(material, versions)}
            </Flex>
          </li>
        );
      })}
    </Flex>
  );
}

const rowStyle = { padding: '10px 0', borderBottom: '1px solid #8883' } as const;

export function MaterialName({ material }: { material: Material }) {
  const { label, required, given, condition } = material;
  return (
    <Flex gap={8} align="center" wrap>
      <Typography.Text strong>{label}</Typography.Text>
      {given ? (
        <Tag color="green" variant="outlined">
          已报送
        </Tag>
      ) : required ? (
        <Tag color="red" variant="outlined">
          缺少
        </Tag>
      ) : (
        <Tag variant="outlined">{condition === undefined ? '可选' : '视情况'}</Tag>
      )}
      {condition === undefined ? null : <Typography.Text type="secondary">{condition}</Typography.Text>}
    </Flex>
  );
}

interface VersionProps {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly onOpen?: ((documentId: string) => void) | undefined;
}

function Version({ caseId, document, onOpen }: VersionProps) {
  const { id, name, version, size, uploadedAt, attachedLater } = document;
  return (
    <Flex gap={8} align="baseline" wrap data-document={id}>
      {onOpen === undefined ? (
        <a href={contentAddress(caseId, id)} download={name} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </a>
      ) : (
        <Button
          type="link"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start', overflowWrap: 'anywhere' }}
          onClick={() => onOpen(id)}
        >
          {name}
        </Button>
      )}
      <Typography.Text type="secondary" className="numeric" style={{ fontSize: 13 }}>
        第 {version} 版 · {fileSize(size)} · {instant(uploadedAt)}
      </Typography.Text>
      {attachedLater ? (
        <Tag color="gold" variant="outlined">
          事后补充
        </Tag>
      ) : null}
    </Flex>
  );
}
