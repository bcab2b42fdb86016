/** A new matter, or a draft that is not submitted yet. */
import { useParams } from 'react-router';
import { useCase, useDefinition } from '../../api/queries.ts';
import { Loading, Page } from '../../shared/page.tsx';
import { Draft } from './draft.tsx';
import { NewDraft } from './new-draft.tsx';
import { Submitted } from './submitted.tsx';

export default function SubmitPage() {
  const { id } = useParams();
  return id === undefined ? <NewDraft /> : <Begun id={id} />;
}

function Begun({ id }: { id: string }) {
  const query = useCase(id);
  const definition = useDefinition(query.data?.category, query.data?.definitionVersion);
  return (
    <Page title={query.data === undefined ? '送审' : `送审：${query.data.title}`}>
      <Loading query={query}>
        {(view) => (
          <Loading query={definition}>
            {(described) =>
              view.events.some(({ type }) => type === 'submit') ? (
                <Draft key={view.id} view={view} definition={described} />
              ) : (
                <Submitted view={view} />
              )
            }
          </Loading>
        )}
      </Loading>
    </Page>
  );
}
