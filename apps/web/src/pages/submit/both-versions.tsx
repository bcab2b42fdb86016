/** Two windows saved the same draft: both versions are shown, and the person decides. */
import { Alert, Button, Flex } from 'antd';
import type { CaseView, Definition } from '../../api/types.ts';
import { isEmpty, Value } from '../../case-parts/payload-fields.tsx';
import { instant } from '../../shared/dates.ts';
import type { Schema } from '../../shared/schema.ts';
import { bodyOf, type Values } from './form-values.ts';
import './submit.css';

interface BothVersionsProps {
  readonly view: CaseView;
  readonly definition: Definition;
  readonly mine: Values;
  readonly serverVersion: Values;
  readonly onMine: () => void;
  readonly onServerVersion: () => void;
}

export function BothVersions({
  view,
  definition,
  mine,
  serverVersion: serverVersion,
  onMine,
  onServerVersion: onServerVersion,
}: BothVersionsProps) {
  const saved = view.history.findLast(({ type }) => type === 'draft.amend');
  const who = saved?.actor?.name ?? '另一个窗口';
  const schema: Schema = { properties: { title: { title: '事项名称' }, ...(definition.fields as Schema).properties } };
  const [own, others] = [bodyOf(mine), bodyOf(serverVersion)] as [Record<string, unknown>, Record<string, unknown>];
  const differing = Object.keys(schema.properties ?? {}).filter(
    (key) => JSON.stringify(own[key]) !== JSON.stringify(others[key]),
  );
  const cell = (key: string, value: unknown) =>
    isEmpty(value) ? '（空）' : <Value schema={schema.properties?.[key] ?? {}} value={value} names={{}} />;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={`${who}${saved === undefined ? '' : ` ${instant(saved.at)} `}保存了另一份内容，请选择采用哪一份`}
      description={
        <Flex vertical gap={8}>
          <table className="both-versions">
            <caption className="visually-hidden">两份内容的不同之处</caption>
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">您填写的</th>
                <th scope="col">已保存的</th>
              </tr>
            </thead>
            <tbody>
              {differing.map((key) => (
                <tr key={key}>
                  <th scope="row">{schema.properties?.[key]?.title ?? key}</th>
                  <td>{cell(key, own[key])}</td>
                  <td>{cell(key, others[key])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Flex gap={8} wrap>
            <Button type="primary" onClick={onMine}>
              采用我填写的
            </Button>
            <Button onClick={onServerVersion}>采用已保存的</Button>
          </Flex>
        </Flex>
      }
    />
  );
}
