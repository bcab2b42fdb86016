import { Skeleton, type DatePickerProps } from 'antd';
import { lazy, Suspense } from 'react';

const Picker = lazy(() => import('./day-picker-of-antd.tsx'));

/** The calendar to pick a day from. It weighs as much as a page and comes when a field needs it. */
export function DayPicker(props: DatePickerProps) {
  return (
    <Suspense fallback={<Skeleton.Input active style={{ width: 200 }} />}>
      <Picker {...props} />
    </Suspense>
  );
}
