/** The adoption of the opinion, point by point, with the reasons. */
import { Card, Flex, Tag, Typography } from 'antd';
import type { CaseHistory, CaseView, Definition } from '../../api/types.ts';
import { choiceLabel } from '../../case-parts/words-of.ts';
import { instant } from '../../shared/dates.ts';

interface Feedback {
  readonly adoption?: string;
  readonly reasons?: string;
  readonly lines?: readonly { readonly point: string; readonly adopted: boolean | string; readonly reason?: string }[];
}

export function adoptionsOf(view: CaseView): { row: CaseHistory; feedback: Feedback }[] {
  return view.history
    .filter(({ type }) => type === 'adoption.record')
    .map((row) => ({ row, feedback: row.payload as Feedback }));
}

/** Whether a line was adopted completely: a boolean, or the value `full` of a choice. */
export function isAdopted(adopted: boolean | string): boolean {
  return adopted === true || adopted === 'full';
}

export function adoptedWord(definition: Definition | undefined, adopted: boolean | string): string {
  if (typeof adopted === 'string') return choiceLabel(definition, 'adopted', adopted);
  return adopted ? '采纳' : '未采纳';
}

export function Adoption({ view, definition }: { view: CaseView; definition: Definition }) {
  const given = adoptionsOf(view);
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="adoption">
      <Typography.Title level={2} id="adoption" style={{ fontSize: 16 }}>
        采纳情况
      </Typography.Title>
      <Flex vertical gap={12}>
        {given.map(({ row, feedback }) => (
          <Card
            key={row.seq}
            size="small"
            title={`${row.actor?.name ?? ''} ${instant(row.at)}`}
            extra={<Tag variant="outlined">{choiceLabel(definition, 'adoption', feedback.adoption ?? '')}</Tag>}
          >
            <Lines feedback={feedback} definition={definition} />
          </Card>
        ))}
      </Flex>
    </section>
  );
}

function Lines({ feedback: { lines = [], reasons }, definition }: { feedback: Feedback; definition: Definition }) {
  return (
    <Flex vertical gap={8}>
      {lines.length === 0 ? null : (
        <ol style={{ margin: 0, paddingInlineStart: 20 }}>
          {lines.map(({ point, adopted, reason }, index) => (
            <li key={index}>
              <Tag color={isAdopted(adopted) ? 'green' : 'orange'} variant="outlined">
                {adoptedWord(definition, adopted)}
              </Tag>
              <span className="written">{point}</span>
              {reason === undefined ? null : (
                <div className="written">
                  <Typography.Text type="secondary">理由：{reason}</Typography.Text>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {reasons === undefined ? null : <div className="written">未采纳的理由：{reasons}</div>}
      {lines.length === 0 && reasons === undefined ? <Typography.Text>没有逐条反馈。</Typography.Text> : null}
    </Flex>
  );
}
