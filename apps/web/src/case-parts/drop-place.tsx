/** Upload area: files are dropped on it, or chosen. Running and refused uploads are listed below. */
import { UploadOutlined } from '@ant-design/icons';
import { Button, Flex, Progress, Typography } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import type { Upload } from './uploads.ts';
import './drop-place.css';

export interface DropPlaceProps {
  readonly kind: string;
  /** Label of the uploaded kind. */
  readonly label: string;
  /** True if a version exists already. */
  readonly again?: boolean;
  readonly uploads: readonly Upload[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onAgain: (id: string) => void;
  readonly onDismiss: (id: string) => void;
}

export function DropPlace({ kind, label, again = false, uploads, onFiles, onAgain, onDismiss }: DropPlaceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) onFiles([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className="drop-place no-print"
      data-over={over}
      data-kind={kind}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Flex gap={8} align="center" wrap>
        <Button size="small" icon={<UploadOutlined />} onClick={() => input.current?.click()}>
          {again ? '上传新版本' : '选择文件'}
          <span className="visually-hidden">：{label}</span>
        </Button>
        <Typography.Text type="secondary">或把文件拖到这里</Typography.Text>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={`上传${label}`}
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
      </Flex>
      <div aria-live="polite">
        {uploads.map((upload) => (
          <OnItsWay key={upload.id} upload={upload} onAgain={onAgain} onDismiss={onDismiss} />
        ))}
      </div>
    </div>
  );
}

interface OnItsWayProps {
  readonly upload: Upload;
  readonly onAgain: (id: string) => void;
  readonly onDismiss: (id: string) => void;
}

function OnItsWay({ upload, onAgain, onDismiss }: OnItsWayProps) {
  const { id, name, state, percent, problem } = upload;
  if (state !== 'refused') {
    return (
      <div>
        <Typography.Text>{name}</Typography.Text>
        <Progress percent={percent} size="small" aria-label={`${name}上传进度`} />
      </div>
    );
  }
  return (
    <Flex gap={8} align="baseline" wrap role="alert" style={{ marginTop: 4 }}>
      <Typography.Text type="danger">
        {name}：{problem}
      </Typography.Text>
      <Button size="small" onClick={() => onAgain(id)}>
        重试
      </Button>
      <Button size="small" onClick={() => onDismiss(id)}>
        不传了
      </Button>
    </Flex>
  );
}
