import { Skeleton, type DatePickerProps } from 'antd';
import { lazy, Suspense } from 'react';

const Picker = lazy(() => import('./day-picker-of-antd.tsx'));

/** The date picker. Its script is as large as a page, so it is loaded when a field needs it. */
export function DayPicker(props: DatePickerProps) {
  return (
    <Suspense fallback={<Skeleton.Input active style={{ width: 200 }} />}>
      <Picker {...props} />
    </Suspense>
  );
}
