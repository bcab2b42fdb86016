import { Modal } from 'antd';

export interface KeyMeaning {
  readonly key: string;
  readonly meaning: string;
}

const always: readonly KeyMeaning[] = [
  { key: 'j', meaning: '下移' },
  { key: 'k', meaning: '上移' },
  { key: 'Enter', meaning: '打开选中的案件' },
  { key: 'n', meaning: '下一件' },
  { key: '/', meaning: '查找' },
  { key: 'Ctrl+Enter', meaning: '提交正在填写的表单' },
  { key: 'Esc', meaning: '离开输入框；关闭表单；返回列表' },
  { key: '?', meaning: '显示本说明' },
];

export default function KeysHelp({
  open,
  onClose,
  answers,
}: {
  open: boolean;
  onClose: () => void;
  answers: readonly KeyMeaning[];
}) {
  return (
    <Modal open={open} title="键盘操作" footer={null} onCancel={onClose} width={420} destroyOnHidden>
      <table style={{ width: '100%', borderSpacing: '0 6px' }}>
        <caption className="visually-hidden">按键与作用；在输入框中打字时不起作用</caption>
        <tbody>
          {[...always, ...answers].map(({ key, meaning }) => (
            <tr key={key + meaning}>
              <th scope="row" style={{ width: 80, textAlign: 'start', fontWeight: 400 }}>
                <kbd>{key}</kbd>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
