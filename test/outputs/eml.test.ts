import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NoticeType, noticeTypes } from '../../src/model/notice.ts';
import { type LanguageCode, languageCodes } from '../../src/notices/wording/languages.ts';
import type { Sender } from '../../src/notices/wording/values.ts';
import { toEml } from '../../src/outputs/eml.ts';
import { html, type Letter, plainText } from '../../src/outputs/letter-forms.ts';
import { noticeDrafts } from '../../src/outputs/notice-drafts.ts';
import { type LineSketch, sku, today } from '../plan/builders.ts';
import { lettersOf, lineOf, notice, store, typeNames } from './letter-sketches.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Reads every mail of a folder as strictly as Python can, and tells what is in it. */
const reader = `
import email.parser, email.policy, json, os, sys

def tell(path):
    with open(path, 'rb') as file:
        raw = file.read()
    mail = email.parser.BytesParser(policy=email.policy.strict).parsebytes(raw)
    defects = [repr(defect) for part in mail.walk() for defect in part.defects]
    # Every look at a header parses it anew.
    items = mail.items()
    values = items + [item for part in mail.iter_parts() for item in part.items()]
    defects += [repr(defect) for _, value in values for defect in value.defects]
    value = dict(items)
    people = lambda name: [[one.display_name, one.addr_spec] for key, value in items
                           if key == name for one in value.addresses]
    return {
        'defects': defects,
        'headers': [name for name, _ in items],
        'from': people('From'),
        'to': people('To'),
        'subject': str(value['Subject']),
        'date': value['Date'].datetime.isoformat(),
        'id': str(value['Message-ID']),
        'unsent': [str(value) for key, value in items if key == 'X-Unsent'],
        'comments': str(value['Comments']),
        'type': value['Content-Type'].content_type,
        'parts': [[part.get_content_type(), part.get_content_charset(), part.get_content()]
                  for part in mail.iter_parts()],
        'ascii': raw.isascii(),
        'longest': max(len(line) for line in raw.split(b'\\r\\n')),
        'bare': raw.replace(b'\\r\\n', b'').count(b'\\n') + raw.replace(b'\\r\\n', b'').count(b'\\r'),
    }

told = {}
for name in os.listdir(sys.argv[1]):
    try:
        told[name] = tell(os.path.join(sys.argv[1], name))
    except Exception as fault:
        told[name] = {'fault': repr(fault)}
json.dump(told, sys.stdout)
`;

interface Mail {
  readonly fault?: string;
  readonly defects: readonly string[];
  readonly headers: readonly string[];
  readonly from: readonly [string, string][];
  readonly to: readonly [string, string][];
  readonly subject: string;
  readonly date: string;
  readonly id: string;
  readonly unsent: readonly string[];
  readonly comments: string;
  readonly type: string;
  readonly parts: readonly [type: string, charset: string, content: string][];
  readonly ascii: boolean;
  readonly longest: number;
  readonly bare: number;
}

/** A customer, an order and a store as files may tell them. */
interface Told {
  readonly name?: string;
  readonly title?: string;
  readonly order?: string;
  readonly store?: Partial<Sender>;
  readonly language?: LanguageCode;
}

const boundary = '----_NmP-=_draft-Part_1';
const long = 'Ä 😀'.repeat(2500);

/** What would be something else than text, if it could. */
const hostile: { readonly [name: string]: string } = {
  'line ends': 'x\r\nBcc: all@b.example\r\n\r\n<b>y',
  'a bare line feed': 'x\nBcc: x@y',
  'a bare carriage return': 'x\rBcc: x@y',
  'line ends of Unicode': 'x\u2028Bcc: x@y\u2029\u0085z\u000b\u000c',
  'an encoded line end': '=0D=0ABcc: x@y %0d%0aBcc: x@y &#10;Bcc: x@y \\r\\n',
  liquid: '{{ order }}{% if order %}{% raw %}{{ items',
  'a script': '<script>alert(1)</script>',
  'an image': '<img src=x onerror="alert(1)">',
  'quotes of attributes': `" onmouseover="x' style='y`,
  entities: '&lt;b&gt; &amp; &#x3c;',
  'signs that steer': 'a\u202eb\u2066c\u2069d\u0007e\u001b[31mf\u007fg\0h',
  'the sign of blocks': '\ue000buttons\ue000 \ue000items\ue000',
  'the boundary': boundary,
  'the boundary on a line of its own': `\n${boundary}--\n`,
  'an address and a list': '"A" <a@b.example>, c@d.example; Group: e@f.example;',
  'a backslash and a comment': 'a\\ (b) \\',
  dots: '.\n.',
  'a percent sign': '%s %ZZ %',
};

const tame: Told = { name: 'Zoë Müller 李', title: 'Zelt „Größe M“ – 100 % wasserdicht' };

function toldBy(text: string): Told {
  return { name: text, title: text, order: text, store: { name: text } };
}

const storeOf = (told: Told): Sender => ({
  ...store,
  withdrawalUrl: 'https://northwind.example/withdraw?a=1&b=2',
  ...told.store,
});

/** The notice and the lines of a customer. */
function caseOf(type: NoticeType, told: Told) {
  const order = type === 'BACK_IN_STOCK' ? {} : { orderId: told.order ?? '1001' };
  const due = notice(type, {
    ...{ ...order, locale: told.language ?? 'en' },
    ...(type === 'BACK_IN_STOCK' ? { sku: sku(told.title ?? 'CHR-1') } : {}),
  });
  const sketch: LineSketch = { customerName: told.name, title: told.title };
  return { due, lines: [lineOf(due, sketch)], store: storeOf(told) };
}

async function draftOf(type: NoticeType, told: Told): Promise<Uint8Array> {
  const { due, ...shop } = caseOf(type, told);
  const { files } = await noticeDrafts({ due: [due], today, language: 'en', ...shop });
  const mail = files.find(({ path }) => path.endsWith('.eml'));
  if (!mail) throw new Error('no mail was drafted');
  return mail.bytes;
}

async function letterTo(type: NoticeType, told: Told): Promise<Letter> {
  const { due, lines, store: from } = caseOf(type, told);
  return await lettersOf([due], lines, from);
}

const usual = languageCodes.flatMap((language) =>
  typeNames.map(([name, type]) => [`${language}-${name}`, type, { ...tame, language }] as const),
);
const risky = Object.entries({ ...hostile, 'ten thousand characters': long }).flatMap(
  ([what, text], at) =>
    (['US_FIRST_SHORT', 'BACK_IN_STOCK'] as const).map(
      (type) => [`${what}, in ${type}`, `${at}-${type}`, type, toldBy(text)] as const,
    ),
);

const encodedWord = '=?utf-8?Q?x=0D=0ABcc:_x@y?= 7';

/** A draft whose lines are short and plain, so that nothing of it would have to be encoded. */
const bare = {
  to: 'a@b.example',
  subject: boundary,
  text: `x\n${boundary}\nContent-Type: text/html\n\n<b>y</b>\n${boundary}--\n.\nFrom z\n`,
  html: `<p>\n${boundary}\n${boundary}--\n.\n</p>\n`,
  comments: 'none',
  day: today,
  name: 'bare',
};

describe.skipIf(!hasPython)('a draft, as Python reads it (skipped without python3),', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dropship-eml-'));
  let mails: { readonly [name: string]: Mail } = {};

  beforeAll(async () => {
    const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
    for (const [name, type, told] of usual) write(name, await draftOf(type, told));
    for (const [, name, type, told] of risky) write(name, await draftOf(type, told));
    write('bare', await toEml(bare));
    write('encoded', await draftOf('US_FIRST_SHORT', { order: encodedWord }));
    write('unsigned', await draftOf('US_FIRST_SHORT', { store: { replyTo: undefined } }));
    write(
      'two',
      await draftOf('US_FIRST_SHORT', { store: { replyTo: 'a@b.example, c@d.example' } }),
    );
    const { status, stdout, stderr } = spawnSync('python3', ['-c', reader, folder], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      maxBuffer: 2 ** 28,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    mails = JSON.parse(stdout);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  function mail(name: string): Mail {
    const found = mails[name];
    if (!found || found.fault) throw new Error(`${name}: ${found?.fault ?? 'was not read'}`);
    return found;
  }

  const headers = [
    ...['Comments', 'Content-Type', 'Date', 'From', 'MIME-Version'],
    ...['Message-ID', 'Subject', 'To', 'X-Unsent'],
  ];

  /** One sender, one addressee, nothing hidden, and a text before the same in HTML. */
  function expectSound(read: Mail, { subject, text, page }: Shown, from: Sender): void {
    expect(read.defects).toEqual([]);
    expect(read.headers.toSorted()).toEqual(headers);
    expect(read.to).toEqual([['', 'ann@mail.example']]);
    expect(read.from).toEqual([[from.name, from.replyTo]]);
    expect(read.subject).toBe(subject);
    expect(read.date).toBe('2026-11-23T12:00:00+00:00');
    expect(read.id.trim()).toMatch(/^<[\w.-]+@northwind\.example>$/);
    expect(read.unsent).toEqual(['1']);
    expect(read.comments).toContain('not legal advice');
    expect(read.type).toBe('multipart/alternative');
    expect(read.parts.map(([type, charset]) => `${type} ${charset}`)).toEqual([
      'text/plain utf-8',
      'text/html utf-8',
    ]);
    const [plain = '', marked = ''] = read.parts.map(([, , content]) => lineEnds(content));
    expect(plain).toBe(text);
    expect(marked).toBe(page);
    expect(read.ascii).toBe(true);
    expect(read.longest).toBeLessThanOrEqual(998);
  }

  it.each(usual)('%s: has all that a mail needs, and nothing else', async (name, type, told) => {
    const letter = await letterTo(type, told);
    expectSound(mail(name), shown(letter), store);
  });

  it.each(risky)('takes %s for text', async (_, name, type, told) => {
    const letter = await letterTo(type, told);
    const read = mail(name);
    const [[signed = ''] = []] = read.from;
    expectSound(read, shown(letter), { name: signed, replyTo: store.replyTo });
    expect(signed.length).toBeGreaterThan(0);
    expect(read.from).toHaveLength(1);
  });

  it('is told from its parts, whatever stands in them', () => {
    const read = mail('bare');
    expect(read.defects).toEqual([]);
    expect(read.parts.map(([, , content]) => lineEnds(content))).toEqual([bare.text, bare.html]);
    expect(read.subject).toBe(boundary);
  });

  it('has a subject that nobody decodes, also where it looks like an encoded word', () => {
    const told = encodedWord.replace('=?', '= ?');
    expect(mail('encoded').subject).toBe(`Order ${told}: shipping delay, please choose`);
  });

  it('ends every line as mails do', () => {
    for (const [name] of usual) expect(mail(name).bare).toBe(0);
  });

  it('has no sender where the store names no address, or two', () => {
    for (const name of ['unsigned', 'two']) {
      const read = mail(name);
      expect(read.defects).toEqual([]);
      expect(read.headers.toSorted()).toEqual(headers.filter((header) => header !== 'From'));
      expect(read.to).toEqual([['', 'ann@mail.example']]);
    }
  });
});

interface Shown {
  readonly subject: string;
  readonly text: string;
  readonly page: string;
}

const shown = (letter: Letter): Shown => ({
  subject: letter.subject,
  text: plainText(letter),
  page: html(letter),
});

function lineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

describe('a draft', () => {
  it('is the same, byte for byte, when it is written again', async () => {
    for (const type of noticeTypes) {
      const [one, other] = [await draftOf(type, tame), await draftOf(type, tame)];
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    }
  });
});

describe('what a customer or a shop is called', () => {
  const formsOf = async (text: string, type: NoticeType = 'US_FIRST_SHORT') => {
    const letter = await letterTo(type, toldBy(text));
    return { letter, ...shown(letter) };
  };

  it.each(Object.entries(hostile))('adds no line with %s', async (_, text) => {
    const harmless = await formsOf('x');
    const { text: plain, page, letter } = await formsOf(text);
    const steering = /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
    expect(plain.split('\n')).toHaveLength(harmless.text.split('\n').length);
    expect(page.split('\n')).toHaveLength(harmless.page.split('\n').length);
    expect(letter.blocks.map(({ kind }) => kind)).toEqual(
      harmless.letter.blocks.map(({ kind }) => kind),
    );
    expect(`${plain}${page}`).not.toMatch(steering);
    expect(letter.subject).not.toMatch(/\p{Cc}|\ue000/u);
  });

  it('is no template', async () => {
    const { text, letter } = await formsOf('{{ order }}{% if order %}');
    expect(text).toContain('Hello {{ order }}{% if order %},');
    expect(letter.subject).toBe('Order {{ order }}{% if order %}: shipping delay, please choose');
    expect(letter.items).toEqual(['1 × {{ order }}{% if order %} (CHR-1)']);
  });

  it('is no HTML', async () => {
    for (const text of Object.values(hostile)) {
      const { page } = await formsOf(text);
      const tags = page.matchAll(/<\/?([a-z!]+)[^>]*>/gi);
      const known = /^(!doctype|html|head|meta|title|body|div|p|br|table|tr|td|a)$/i;
      expect([...tags].map(([, name = '']) => name).filter((name) => !known.test(name))).toEqual(
        [],
      );
      // Every attribute is one of ours.
      const attributes = page.matchAll(/<[^>]*?\s([a-z-]+)="[^"]*"/gi);
      for (const [, name = ''] of attributes)
        expect(['lang', 'charset', 'name', 'style', 'href', 'role', 'content']).toContain(name);
      expect(page.match(/<[^>]*\son\w+=/i)).toBeNull();
    }
    const { page } = await formsOf(hostile['an image'] ?? '');
    expect(page).toContain('Hello &lt;img src=x onerror=&quot;alert(1)&quot;&gt;,');
    const quoted = await formsOf(hostile['quotes of attributes'] ?? '');
    expect(quoted.page).toContain('Hello &quot; onmouseover=&quot;x&#39; style=&#39;y,');
  });

  it('is cut where it is ten thousand characters long', async () => {
    const { text, letter } = await formsOf('x'.repeat(10_000));
    expect(text).toContain(`Hello ${'x'.repeat(80)}…,`);
    expect(letter.items).toEqual([`1 × ${'x'.repeat(200)}… (CHR-1)`]);
    expect(letter.subject).toBe(`Order ${'x'.repeat(80)}…: shipping delay, please choose`);
  });

  it('is not cut through a sign of two halves', async () => {
    for (const start of ['', 'x']) {
      const { text, letter } = await formsOf(`${start}${'😀'.repeat(5000)}`);
      expect(`${letter.subject}${text}`).not.toMatch(/\p{Cs}/u);
    }
  });

  it('does not change where an answer goes', async () => {
    for (const name of Object.values(hostile)) {
      const { page } = await formsOf(name);
      const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
      expect(links).toHaveLength(2);
      for (const href of links) {
        const address = new URL(href.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
        expect(address.pathname).toBe('help@northwind.example');
        expect([...address.searchParams.keys()], href).toEqual(['subject', 'body']);
      }
    }
  });
});
