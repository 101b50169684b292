import type { Day } from '../model/day.ts';

/** A message that is not sent yet. */
export interface Draft {
  /** Undefined where the store names no address: the mail program puts its own. */
  readonly from?: { readonly name: string; readonly address: string } | undefined;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What the merchant should know; mail programs do not show it. */
  readonly comments: string;
  readonly day: Day;
  /** Unique among the drafts of the day. */
  readonly name: string;
}

const contentTransferEncoding = 'quoted-printable';

/** What looks encoded in a header would be decoded by who reads it. */
function inHeader(text: string): string {
  return text.replaceAll('=?', '= ?');
}

/** The bytes of an `.eml` that mail programs open as an unsent draft. The same draft gives the same bytes. */
export async function toEml(draft: Draft): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { from, to, subject, text, html, comments, day, name } = draft;
  const domain = from?.address.split('@')[1] ?? 'draft.invalid';
  const mail = new MailComposer({
    from: from && { ...from, name: inHeader(from.name) },
    to,
    subject: inHeader(subject),
    text: { content: text, contentTransferEncoding },
    html: { content: html, contentTransferEncoding },
    date: new Date(`${day}T12:00:00Z`),
    messageId: `<${name}.${day}@${domain}>`,
    headers: { 'X-Unsent': '1', Comments: comments },
    newline: 'windows',
    // No text in this encoding ever has this sign in it.
    baseBoundary: '=_draft',
    // Nothing that a text names is fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return await mail.compile().build();
}
