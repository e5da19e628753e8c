import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { hubLookUp } from '../../../../src/core/predictors/hub';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine in the place of the Hub; paths without an answer are never answered. */
const answers = new Map<string, Answer>();
const requests: string[] = [];
const server = createServer((request, response) => {
  requests.push(request.url ?? '');
  const path = (request.url ?? '').split('?')[0] ?? '';
  answers.get(path)?.(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const json =
  (body: unknown, headers: Record<string, string> = {}, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

let now = 0;
const lookUp = () =>
  hubLookUp(
    { fetch, timeout: (ms) => AbortSignal.timeout(ms), now: () => now },
    { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, timeout: 300 },
  );

const model = {
  id: 'lab/model',
  likes: 7,
  createdAt: '2023-08-07T15:27:37.000Z',
  lastModified: '2023-08-10T01:12:35.000Z',
  pipeline_tag: 'text-generation',
  safetensors: { parameters: { BF16: 1234 }, total: 1234 },
};

beforeEach(() => {
  now = 1_000_000;
  requests.length = 0;
  answers.clear();
  answers.set('/api/models/lab/model', json(model));
  answers.set('/api/models/lab/model/commits/main', json([{ id: 'abc' }], { 'x-total-count': '42' }));
  answers.set('/api/organizations/lab/overview', json({ name: 'lab', type: 'org', orgType: 'university' }));
});

describe('what the Hub says of a model', () => {
  test('likes, dates, size, task, commits and the kind of its owner', async () => {
    expect(await lookUp()('lab/model')).toEqual({
      facts: {
        repositoryName: 'lab/model',
        likes: 7,
        createdAt: Date.UTC(2023, 7, 7, 15, 27, 37),
        lastModified: Date.UTC(2023, 7, 10, 1, 12, 35),
        parameters: 1234,
        pipelineTag: 'text-generation',
        commits: 42,
        organization: 'university',
      },
    });
  });

  test('the size of a GGUF repository', async () => {
    answers.set('/api/models/lab/model', json({ ...model, safetensors: null, gguf: { total: 99 } }));
    expect((await lookUp()('lab/model')).facts?.parameters).toBe(99);
  });

  test('a user is no organisation, and kinds that the paper does not know are its baseline', async () => {
    answers.set('/api/organizations/lab/overview', json({ error: 'not found' }, {}, 404));
    expect((await lookUp()('lab/model')).facts?.organization).toBe('other');
    answers.set('/api/organizations/lab/overview', json({ orgType: 'classroom' }));
    expect((await lookUp()('lab/model')).facts?.organization).toBe('other');
    answers.set('/api/organizations/lab/overview', json({ type: 'org' }));
    expect((await lookUp()('lab/model')).facts).not.toHaveProperty('organization');
  });

  test('without the number of commits and the owner, the rest stands', async () => {
    answers.delete('/api/models/lab/model/commits/main');
    answers.set('/api/organizations/lab/overview', (_request, response) => response.end('<html>'));
    const { facts } = await lookUp()('lab/model');
    expect(facts?.likes).toBe(7);
    expect(facts).not.toHaveProperty('commits');
  });

  test('numbers that are none are left out', async () => {
    answers.set('/api/models/lab/model', json({ likes: '7', createdAt: 'soon', safetensors: { total: -1 } }));
    expect(Object.keys((await lookUp()('lab/model')).facts ?? {})).toEqual([
      'repositoryName',
      'commits',
      'organization',
    ]);
  });
});

describe('why there is no answer', () => {
  test.each<[string, Answer | undefined, RegExp]>([
    ['the model is not public', json({}, {}, 401), /shows no public model lab\/model/],
    ['the model does not exist', json({}, {}, 404), /not published yet/],
    ['too many questions', json({}, {}, 429), /too many questions/],
    ['a broken server', json({}, {}, 503), /status 503/],
    ['a page in the place of JSON', (_request, response) => response.end('<html>'), /could not be read/],
    ['null', json(null), /could not be read/],
    [
      'an endless answer',
      (_request, response) => response.writeHead(200, { 'content-length': '99999999' }).write(' '),
      /too long/,
    ],
    ['no answer in time', undefined, /did not answer within 0.3 s/],
    ['a connection that breaks', (request) => request.socket.destroy(), /cannot be reached/],
  ])('%s', async (_what, answer, problem) => {
    answers.delete('/api/models/lab/model');
    if (answer) answers.set('/api/models/lab/model', answer);
    expect((await lookUp()('lab/model')).problem).toMatch(problem);
  });

  test.each(['../../etc/passwd', 'a/b/c', 'lab/..', 'lab/mo del', 'lab/model?x=1', ''])(
    '%j is no name, and nothing is asked',
    async (name) => {
      expect((await lookUp()(name)).problem).toMatch(/is no name of a model/);
      expect(requests).toEqual([]);
    },
  );
});

describe('answers are kept', () => {
  test('for ten minutes, and shared while they are on their way', async () => {
    const ask = lookUp();
    await Promise.all([ask('lab/model'), ask('lab/model')]);
    now += 599_000;
    await ask('lab/model');
    expect(requests).toHaveLength(3);
    now += 2000;
    await ask('lab/model');
    expect(requests).toHaveLength(6);
  });

  test('failures for one minute', async () => {
    answers.set('/api/models/lab/model', json({}, {}, 503));
    const ask = lookUp();
    await ask('lab/model');
    now += 59_000;
    await ask('lab/model');
    expect(requests).toHaveLength(3);
    now += 2000;
    answers.set('/api/models/lab/model', json(model));
    expect((await ask('lab/model')).facts?.likes).toBe(7);
  });
});
