import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** What one source file takes from another, by their paths within `src` without the ending. */
export interface Import {
  from: string;
  to: string;
}

/** Every import between source files, of types too: TypeScript reads them, so that no comment or string is taken for one. */
export function importsOf(source: string): Import[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((f) => /(?<!\.d)\.ts$/.test(f));
  return files.flatMap((file) => {
    const path = join(source, file);
    const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'));
    return importedFiles
      .filter(({ fileName }) => fileName.startsWith('.') && !/\.(css|scss|geojson\?url|md\?raw)$/.test(fileName))
      .map(({ fileName }) => ({
        from: nameOf(file),
        to: nameOf(relative(source, resolve(dirname(path), fileName))),
      }));
  });
}

/** The same between folders; what a folder takes from itself is its own affair. */
export const betweenFolders = (imports: readonly Import[]): Import[] =>
  imports.map(({ from, to }) => ({ from: dirname(from), to: dirname(to) })).filter(({ from, to }) => from !== to);

/** The first circle found, from its start back to it; empty where there is none. */
export function circleIn(imports: readonly Import[]): string[] {
  const done = new Set<string>();
  const follow = (node: string, path: string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const { to } of imports.filter(({ from }) => from === node)) {
      const circle = follow(to, [...path, node]);
      if (circle.length) return circle;
    }
    done.add(node);
    return [];
  };
  for (const { from } of imports) {
    const circle = follow(from, []);
    if (circle.length) return circle;
  }
  return [];
}

const nameOf = (file: string): string => file.replaceAll('\\', '/').replace(/\.ts$/, '');
