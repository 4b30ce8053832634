// Fills wwwroot/lib from the npm packages: htmx, the used part of Tabler, the Inter font and a sprite of the listed icons,
// then compresses every static text file, so that the server has nothing left to compress.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { PurgeCSS } from 'purgecss';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const packages = join(root, 'node_modules');
const web = join(root, 'wwwroot');
const lib = join(web, 'lib');

rmSync(lib, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });

copyFileSync(join(packages, 'htmx.org/dist/htmx.min.js'), join(lib, 'htmx.min.js'));
copyFileSync(join(packages, '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'), join(lib, 'inter-latin.woff2'));
writeFileSync(join(lib, 'tabler.min.css'), await usedPartOfTabler());
writeFileSync(join(lib, 'icons.svg'), iconSprite());
writeFileSync(join(lib, 'LICENCES.txt'), licences());
compressAll();

async function usedPartOfTabler() {
  const elements = 'html body a abbr article aside b blockquote button caption code dd details dialog div dl dt em fieldset footer form '
    + 'h1 h2 h3 h4 h5 h6 header hr i img input kbd label legend li main mark menu meter nav ol optgroup option output p pre '
    + 'q s samp search section select small span strong sub summary sup svg table tbody td template textarea tfoot th thead time tr u ul var';
  const attributes = 'type checkbox radio multiple size';
  const kept = [elements, attributes, ...lines('tabler-keep.txt')].join(' ');
  const [{ css }] = await new PurgeCSS().purge({
    css: [join(packages, '@tabler/core/dist/css/tabler.min.css')],
    content: [{ raw: kept, extension: 'txt' }],
    defaultExtractor: text => text.split(/\s+/),
    keyframes: true,
    variables: true,
  });
  // In a layer, so that any rule of passerelle.css wins whatever its weight.
  return `@layer tabler {${css.replace('@charset "UTF-8";', '').replace(/\/\*# sourceMappingURL=.*?\*\//g, '')}}\n`;
}

function iconSprite() {
  const symbols = lines('icons.txt').map(name => {
    const svg = readFileSync(join(packages, '@tabler/icons/icons/outline', `${name}.svg`), 'utf8');
    const shapes = svg
      .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, '')
      .replace(/\s*\n\s*/g, '')
      .replace(/ \/>/g, '/>');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;
}

function licences() {
  const names = ['htmx.org', '@tabler/core', '@tabler/icons', '@fontsource-variable/inter'].map(name => {
    const { version, license } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
    return `${name} ${version}: ${license}`;
  });
  return `${names.join('\n')}\n`;
}

function compressAll() {
  for (const folder of [web, join(web, 'css'), join(web, 'js'), lib]) {
    for (const file of readdirSync(folder)) {
      if (!/\.(css|js|svg|txt)$/.test(file)) continue;
      const content = readFileSync(join(folder, file));
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content));
      writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
    }
  }
}

function lines(file) {
  return readFileSync(join(here, file), 'utf8').split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('#'));
}
