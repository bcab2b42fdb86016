import { Tag } from 'antd';

/** In front of text that was recognised from a picture. */
export function RecognisedMark() {
  return (
    <Tag color="orange" variant="outlined">
      文字识别（OCR），可能有误
    </Tag>
  );
}
