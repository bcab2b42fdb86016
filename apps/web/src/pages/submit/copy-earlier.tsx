import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CaseSelect } from '../../case-parts/case-field.tsx';

/** 复制以往案件: prefills a new matter with the fields of an earlier one. */
export function CopyEarlier() {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>复制以往案件</Button>
      <Modal open={open} title="复制以往案件" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Form
          name="copy-earlier"
          layout="vertical"
          onFinish={({ from }: { from: string }) => {
            setOpen(false);
            void navigate(`/submit?from=${from}`);
          }}
        >
          <Form.Item name="from" label="案件" rules={[{ required: true, message: '请选择案件' }]}>
            <CaseSelect />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            复制送审信息
          </Button>
        </Form>
      </Modal>
    </>
  );
}
