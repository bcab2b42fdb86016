/** A refusal, with each rule and its citation, and what to do. */
import { Alert, Button, Flex, Typography } from 'antd';
import { ApiProblem, ConnectionLost, type Refusal } from '../api/problem.ts';

export function RefusalList({ refusals }: { refusals: readonly Refusal[] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {refusals.map(({ rule, message, citation }) => (
        <li key={rule + message} data-rule={rule}>
          {message}
          {citation === null ? null : (
            <Typography.Text type="secondary" style={{ display: 'block', fontSize: 13 }}>
              依据：{citation}
            </Typography.Text>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ProblemAlert({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  const refusals = problem?.refusals ?? [];
  const issues = problem?.issues ?? [];
  const message = problem?.detail ?? (error instanceof ConnectionLost ? error.message : `页面出错：${error.message}`);
  return (
    <Alert
      type={problem === null || problem.status >= 500 ? 'error' : 'warning'}
      showIcon
      title={refusals.length > 0 ? (problem?.title ?? message) : message}
      description={
        <Flex vertical gap={8}>
          {refusals.length > 0 ? <RefusalList refusals={refusals} /> : null}
          {issues.length > 0 ? (
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {issues.map(({ path, message }) => (
                <li key={path + message}>{message}</li>
              ))}
            </ul>
          ) : null}
          {onRetry === undefined ? null : (
            <div>
              <Button size="small" onClick={onRetry}>
                重试
              </Button>
            </div>
          )}
        </Flex>
      }
      data-code={problem?.code}
    />
  );
}
