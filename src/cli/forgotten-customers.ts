import type { Book } from '../book/book.ts';
import { addressesIn, addressKey, type Blanked, blankCustomers } from '../book/forget-customer.ts';
import { folderName } from './book-file.ts';
import { sectionsOf } from './inbox.ts';
import type { Settings } from './settings.ts';
import { cannotRun, type World } from './world.ts';

/** The book without the customers who are not to come back, whatever was read since. */
export async function withoutForgotten(world: World, book: Book): Promise<Book> {
  if (book.forgottenCustomers.length === 0) return book;
  const hashes = new Set(book.forgottenCustomers);
  const found = new Set<string>();
  for (const address of addressesIn(book))
    if (hashes.has(await world.disk.sha256(address))) found.add(address);
  return found.size === 0 ? book : blankCustomers(book, found).book;
}

/** What became of a customer who is to be forgotten. */
export interface ForgottenCustomer extends Blanked {
  /** An earlier command was told to forget the same address. */
  readonly isAgain: boolean;
}

/** Takes a customer out of the book and remembers no more of the address than its SHA-256. */
export async function forgetCustomer(
  world: World,
  book: Book,
  email: string,
): Promise<ForgottenCustomer> {
  const address = addressKey(email);
  if (!/^\S+@\S+$/.test(address))
    throw cannotRun(`${email}: not an e-mail address`, 'write it as olive@example.com');
  const hash = await world.disk.sha256(address);
  const isAgain = book.forgottenCustomers.includes(hash);
  const blanked = blankCustomers(book, new Set([address]));
  const forgottenCustomers = [...new Set([...book.forgottenCustomers, hash])];
  return { ...blanked, book: { ...blanked.book, forgottenCustomers }, isAgain };
}

/** Files of the workspace, outside the book's pages, that hold any of these words. */
export async function filesNaming(
  world: World,
  { folder, workspace }: Settings,
  { files }: Book,
  words: readonly string[],
): Promise<readonly string[]> {
  const { disk } = world;
  const patterns = sectionsOf(workspace).flatMap(({ role, patterns: named }) =>
    role.kind === 'stock' ? [] : named,
  );
  const own = ['*.csv', 'out/**/*', '!out/latest/**', `${folderName}/set-aside-*`];
  const known = files.flatMap(({ role, file }) =>
    role === 'stock' ? [] : [disk.resolve(folder, file)],
  );
  const paths = new Set([...(await disk.glob([...patterns, ...own], folder)), ...known]);
  const keys = words.map(addressKey);
  return [...paths]
    .filter((path) => names(disk.read(path)?.bytes, keys))
    .map((path) => disk.relative(folder, path))
    .toSorted();
}

/** Whether a file holds one of some texts, in any encoding that writes its letters as ASCII does, or with a zero between them. */
function names(bytes: Uint8Array | undefined, keys: readonly string[]): boolean {
  const text = new TextDecoder().decode(bytes).replaceAll('\0', '').toLowerCase();
  return keys.some((key) => text.includes(key));
}
