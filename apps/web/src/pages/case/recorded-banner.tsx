/** Says on top of a recorded case where it comes from, and what an earlier import had generated for it. */
import { Alert, Flex } from 'antd';
import type { CaseView } from '../../api/types.ts';
import { civilDate, fullDate } from '../../shared/dates.ts';

type Line = NonNullable<CaseView['recorded']>['later'][number];

/** Line, person and day. */
function sourceOf({ file, line, by, at }: Line): string {
  const sheet = file.sheet === null ? '' : `工作表“${file.sheet}”`;
  return `台账“${file.name}”${sheet}第${line}行，由${by?.name ?? '系统'}于${fullDate(civilDate(new Date(at)))}`;
}

export function RecordedBanner({ view }: { view: CaseView }) {
  if (view.recorded === null) return null;
  const { later, converted } = view.recorded;
  const more = later.map((line) => `；${sourceOf(line)}补记`).join('');
  return (
    <Flex vertical gap={8}>
      <Alert
        type="warning"
        showIcon
        title="补录"
        description={`${sourceOf(view.recorded)}补录${more}；系统内没有办理过程。台账没有写的，一律为未记载。`}
      />
      {converted === null ? null : (
        <Alert
          type="info"
          showIcon
          title={`本案由旧版导入生成过办理经过（第1至${converted.until}条），无人实际办理，已不作为依据。`}
        />
      )}
    </Flex>
  );
}
