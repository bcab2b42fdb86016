/** Uploads of files to a case, one after another, each with its progress or the reason of its refusal. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { sessionEnded } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { ApiProblem, ConnectionLost, problemOf } from '../api/problem.ts';

export interface Upload {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly file: File;
  /** Progress in percent. */
  readonly percent: number;
  readonly state: 'waiting' | 'sending' | 'done' | 'refused';
  /** Why it was refused: the server's message. */
  readonly problem: string | null;
}

export interface Uploads {
  readonly items: readonly Upload[];
  readonly busy: boolean;
  add(kind: string, files: readonly File[]): void;
  again(id: string): void;
  dismiss(id: string): void;
}

export function useUploads(caseId: string): Uploads {
  const queries = useQueryClient();
  const [items, setItems] = useState<readonly Upload[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());

  const send = useCallback(
    (upload: Upload) => {
      const change = (part: Partial<Upload>) =>
        setItems((all) => all.map((each) => (each.id === upload.id ? { ...each, ...part } : each)));
      // One at a time: each upload is a step of the case, and concurrent ones would only wait for each other.
      line.current = line.current.then(async () => {
        change({ state: 'sending', percent: 0, problem: null });
        try {
          await sendFile(caseId, upload.kind, upload.file, (percent) => change({ percent }));
          await queries.invalidateQueries({ queryKey: keys.case(caseId) });
          change({ state: 'done', percent: 100 });
          // A finished upload is in the list of documents.
          setItems((all) => all.filter(({ id }) => id !== upload.id));
        } catch (error) {
          change({ state: 'refused', problem: error instanceof Error ? error.message : '上传失败，请重试。' });
        }
      });
    },
    [caseId, queries],
  );

  return {
    items,
    busy: items.some(({ state }) => state === 'waiting' || state === 'sending'),
    add: (kind, files) => {
      const added = files.map((file) => ({
        id: crypto.randomUUID(),
        kind,
        name: file.name,
        file,
        percent: 0,
        state: 'waiting' as const,
        problem: null,
      }));
      setItems((all) => [...all, ...added]);
      for (const upload of added) send(upload);
    },
    again: (id) => {
      const upload = items.find((each) => each.id === id);
      if (upload !== undefined) send(upload);
    },
    dismiss: (id) => setItems((all) => all.filter((each) => each.id !== id)),
  };
}

/**
 * Uses `XMLHttpRequest`, because `fetch` does not report upload progress.
 *
 * @throws ApiProblem for a refusal; ConnectionLost when no answer came
 */
function sendFile(caseId: string, kind: string, file: File, onPercent: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('kind', kind);
    form.append('file', file, file.name);
    request.upload.onprogress = ({ loaded, total }) => onPercent(Math.floor((loaded / Math.max(1, total)) * 100));
    request.onload = () => {
      if (request.status < 300) return resolve();
      const problem = problemOf(request.status, bodyOf(request.responseText));
      if (problem.code === 'auth.required') sessionEnded.dispatchEvent(new Event('ended'));
      reject(new ApiProblem(problem));
    };
    request.onerror = () => reject(new ConnectionLost(request));
    request.open('POST', `/api/cases/${caseId}/documents`);
    request.send(form);
  });
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
