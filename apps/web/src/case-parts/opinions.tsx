/** Opinions of advisers, reviewer, director and leader, each point next to the clause that it is about. */
import { Card, Empty, Flex, Tag, Typography } from 'antd';
import type { CaseOpinion, Definition } from '../api/types.ts';
import { instant } from '../shared/dates.ts';
import { GeneratedTag } from '../shared/not-recorded.tsx';
import { roleLabel } from '../shared/words.ts';
import { choiceLabel } from './words-of.ts';
import './opinions.css';

export interface OpinionsProps {
  readonly opinions: readonly CaseOpinion[];
  readonly definition: Definition | undefined;
}

export function Opinions({ opinions, definition }: OpinionsProps) {
  if (opinions.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有意见。受理后由法律顾问和审查人出具。" />;
  }
  const rounds = new Set(opinions.map(({ round }) => round)).size > 1;
  return (
    <Flex vertical gap={12}>
      {opinions.map((opinion) => (
        <Opinion key={opinion.id} opinion={opinion} definition={definition} rounds={rounds} />
      ))}
    </Flex>
  );
}

interface OpinionProps {
  readonly opinion: CaseOpinion;
  readonly definition: Definition | undefined;
  readonly rounds: boolean;
}

function Opinion({ opinion, definition, rounds }: OpinionProps) {
  const { act, round, by, conclusion, text, points, at, hash, generated } = opinion;
  return (
    <Card
      size="small"
      title={
        <h3 className="opinion-name">
          {roleLabel(act)} {by.name}
          {rounds ? `（第 ${round} 轮）` : ''}
        </h3>
      }
      extra={
        <Tag variant="outlined" color="blue">
          {choiceLabel(definition, 'conclusion', conclusion)}
        </Tag>
      }
    >
      <Flex vertical gap={8}>
        {generated ? (
          <div>
            <GeneratedTag />
          </div>
        ) : null}
        <div className="written">{text}</div>
        {points.length > 0 ? <Points points={points} definition={definition} /> : null}
        <Typography.Text type="secondary" style={{ fontSize: 12 }} title={`内容摘要（SM3）：${hash}`}>
          {instant(at)}
        </Typography.Text>
      </Flex>
    </Card>
  );
}

type Point = CaseOpinion['points'][number];

/** Headings of the parts of a point, in reading order. */
const parts = {
  clause: '条款',
  problem: '问题',
  finding: '审查情况',
  reason: '理由',
  basis: '依据',
  suggestion: '建议',
  risk: '风险',
};

function Points({ points, definition }: { points: readonly Point[]; definition: Definition | undefined }) {
  const shown = Object.entries(parts).filter(([key]) => points.some((point) => typeof point[key] === 'string'));
  return (
    <div className="points-scroll" tabIndex={0} role="group" aria-label="意见要点">
      <table className="points">
        <caption className="visually-hidden">意见要点</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            {shown.map(([key, label]) => (
              <th scope="col" key={key}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            <tr key={index} data-problem={point['finding'] === 'problem'}>
              <td className="numeric">{index + 1}</td>
              {shown.map(([key, label]) => (
                <td key={key} data-label={label} className="written">
                  {wordOf(definition, key, point[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function wordOf(definition: Definition | undefined, key: string, value: unknown): string {
  if (typeof value !== 'string') return '';
  return key === 'finding' ? choiceLabel(definition, key, value) : value;
}
