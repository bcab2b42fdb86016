/** A button that uploads a docx as soon as it is chosen. */
import { Button, Upload, type ButtonProps } from 'antd';

export interface DocxUploadProps extends Pick<ButtonProps, 'type' | 'size' | 'children'> {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

export function DocxUpload({ busy, onFile, ...button }: DocxUploadProps) {
  return (
    <Upload
      accept=".docx"
      showUploadList={false}
      beforeUpload={(file) => {
        onFile(file);
        return false;
      }}
    >
      <Button loading={busy} {...button} />
    </Upload>
  );
}
