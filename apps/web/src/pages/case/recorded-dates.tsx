/** 补记日期: the days that start the clocks of a recorded case, by the form of its category. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { CaseView, Definition } from '../../api/types.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { filled, SchemaFields } from '../../shared/schema-form.tsx';
import type { Schema } from '../../shared/schema.ts';

type Values = Record<string, unknown>;

export function RecordedDates({ view, definition }: { view: CaseView; definition: Definition }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const enter = useMutation({
    mutationFn: (dates: unknown) =>
      answered(
        api.POST('/api/cases/{id}/recorded/dates', {
          params: { path: { id: view.id } },
          body: { dates, expectedVersion: view.version },
        }),
      ),
    onSuccess: (next) => {
      queries.setQueryData(keys.case(view.id), next);
      void queries.invalidateQueries({ queryKey: keys.lists });
      setOpen(false);
      void message.success('已补记日期，期限开始计算');
    },
  });
  useEffect(() => {
    if (!(enter.error instanceof ApiProblem)) return;
    for (const { path, message: words } of enter.error.problem.issues ?? []) {
      const name = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      form.setFields([{ name, errors: [words] }]);
    }
  }, [form, enter.error]);
  const dates = view.recorded?.dates ?? null;
  const schema = definition.recordedDates?.payload as Schema | undefined;
  if (dates === null || !dates.allowed || schema === undefined) return null;
  return (
    <>
      <Button
        type="primary"
        onClick={() => {
          enter.reset();
          setOpen(true);
        }}
      >
        补记日期
      </Button>
      <FormDialog<Values>
        title={dates.label}
        open={open}
        form={form}
        okText="补记"
        busy={enter.isPending}
        error={enter.error}
        onFinish={() => enter.mutate(filled(form.getFieldsValue(true)))}
        onClose={() => setOpen(false)}
      >
        <SchemaFields schema={schema} />
      </FormDialog>
    </>
  );
}
