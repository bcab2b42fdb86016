import { DatePicker, type DatePickerProps } from 'antd';

export default function DayPickerOfAntd(props: DatePickerProps) {
  return <DatePicker {...props} />;
}
