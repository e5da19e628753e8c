"""The same work with pandas and statsmodels: a CSV export, cleaned, fitted once, printed. Usage: pandas_peer.py FILE"""
import json, re, resource, sys, time
import numpy as np, pandas as pd, statsmodels.api as sm

started = time.perf_counter()
text = {name: str for name in ('co2_eq_emissions', 'card_text', 'pipeline_tag', 'org_type')}
table = pd.read_csv(sys.argv[1], dtype=text)

number = r'(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)((?:e[+-]?\d+)?)'
unit = r'(kilogram(?:me)?s?|kgs?|gram(?:me)?s?|g)'
cell = table.co2_eq_emissions.fillna('').str.extract(
    r'^\s*([+-]?)' + number + r'\s*' + unit + r'?\s*(?:of\s+)?(?:co2|carbon)?\s*\.?\s*$', flags=re.I)
value = pd.to_numeric((cell[0] + cell[1] + cell[2]).str.replace(',', '', regex=False), errors='coerce').to_numpy(float)
kilograms = cell[3].fillna('').str.lower().str.startswith('k').to_numpy(bool)
grams = np.where(kilograms, value * 1000, value)

figure = re.compile(number + r'\s*' + unit + r'(?![a-z0-9])', re.I)
cards = table.card_text.fillna('').to_numpy()
for row in np.flatnonzero(cards != ''):
    for segment in cards[row].split('##'):
        low = segment.lower()
        if 'environmental impact' not in low or ('co2' not in low and 'carbon' not in low): continue
        found = figure.search(segment)
        if found is None: continue
        stated, heavy = float(found[1].replace(',', '') + found[2]), found[3].lower().startswith('k')
        same = abs(value[row] - stated) <= 1e-9 * max(abs(value[row]), stated)
        if np.isnan(value[row]) or (heavy != kilograms[row] and same): grams[row] = stated * (1000 if heavy else 1)
        break

counts = [pd.to_numeric(table[name], errors='coerce') for name in ('parameters', 'likes', 'commits')]
created, modified = (pd.to_datetime(table[name], errors='coerce', utc=True) for name in ('created_at', 'last_modified'))
age = (modified - created).dt.days
domains = {'text-classification': 'Natural Language Processing', 'image-classification': 'Computer Vision',
           'automatic-speech-recognition': 'Audio', 'reinforcement-learning': 'Reinforcement Learning',
           'tabular-regression': 'Tabular Data'}
domain = table.pipeline_tag.map(domains).fillna('Other')
kind = table.org_type.fillna('other')
used = (grams > 0) & age.ge(0).to_numpy()
for count in counts: used &= count.notna().to_numpy()
design = pd.DataFrame({'const': 1.0, **{name: np.log10(count + 0.001) for name, count in
                                        zip(('parameters', 'likes', 'commits_to_date'), counts)}, 'repo_age': age})
design = pd.concat([design, pd.get_dummies(domain).drop(columns='Other'), pd.get_dummies(kind).drop(columns='other')], axis=1)
design = design[used].astype(float)
fit = sm.GLM(np.log(grams[used]), design).fit()
summary = str(fit.summary())

usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({'milliseconds': (time.perf_counter() - started) * 1e3, 'cpu': (usage.ru_utime + usage.ru_stime) * 1e3,
                  'megabytes': usage.ru_maxrss / 1024, 'rows': int(fit.nobs), 'params': fit.params.to_dict(),
                  'version': f'pandas {pd.__version__}, statsmodels {sm.__version__ if hasattr(sm, "__version__") else ""}'}))
