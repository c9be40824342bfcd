// Asks with sdmx-rest, which builds the addresses and checks the media types, and prints what comes: one request at a time.
import { createRequire } from "node:module";

const sdmx = createRequire(import.meta.url)("sdmx-rest");
const [url, flow, key] = process.argv.slice(2);
const service = sdmx.getService({ url, api: sdmx.utils.ApiVersion.v1_5_0 });
const { DataFormat, DataDetail } = sdmx.data;
const { MetadataFormat, MetadataType } = sdmx.metadata;

// request2 leaves both checks to the caller
async function ask(query, format, status = 200) {
    const response = await sdmx.request2(query, service, { headers: { accept: format } });
    if (response.status !== status) {
        throw new Error(`${sdmx.getUrl(query, service)}: ${response.status} ${await response.text()}`);
    }
    if (status === 200) {
        sdmx.checkMediaType(format, response);
    }
    return response.text();
}

const structures = { resource: MetadataType.DATAFLOW, agency: "all", id: "all" };
const descendants = { resource: MetadataType.DATAFLOW, agency: "PROVINCELINK", id: flow, references: "descendants" };
const data = { flow, key };
const answers = {
    flows: JSON.parse(await ask(structures, MetadataFormat.SDMX_JSON_2_0_0)).data.dataflows.map((one) => one.id),
    codes: JSON.parse(await ask(descendants, MetadataFormat.SDMX_JSON)).data.codelists.map((one) => one.id),
    structure: await ask({ ...structures, detail: "allstubs" }, MetadataFormat.SDMX_ML_2_1_STRUCTURE),
    generic: await ask(data, DataFormat.SDMX_ML_2_1_GENERIC),
    specific: await ask({ ...data, detail: DataDetail.SERIES_KEYS_ONLY }, DataFormat.SDMX_ML_2_1_STRUCTURE_SPECIFIC),
    timeSeries: await ask(data, DataFormat.SDMX_ML_2_1_GENERIC_TS),
    specificTimeSeries: await ask(data, DataFormat.SDMX_ML_2_1_STRUCTURE_SPECIFIC_TS),
    values: JSON.parse(await ask(data, DataFormat.SDMX_JSON)).data.dataSets[0].series,
    flat: JSON.parse(await ask({ ...data, obsDimension: "AllDimensions" }, DataFormat.SDMX_JSON_2_0_0)).data.dataSets[0],
    last: await ask({ ...data, lastNObs: 1 }, DataFormat.SDMX_CSV),
    labels: await ask({ ...data, start: "1900", end: "2100" }, DataFormat.SDMX_CSV_WITH_BOTH_LABELS),
    available: await ask({ flow, key, component: "GATE", mode: "available" }, "application/xml"),
    none: await ask({ flow, key: key.replace("M.", "W.") }, DataFormat.SDMX_JSON, 404),
    version: await ask(data, DataFormat.SDMX_ML_3_0_0, 406),
};
console.log(JSON.stringify(answers));
