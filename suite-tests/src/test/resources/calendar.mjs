// Reads a calendar strictly, repeats what repeats, and prints when everything begins: by UID, in UTC or as days.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const MOST = 200;

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => {
    ICAL.TimezoneService.register(zone);
    return zone.getFirstPropertyValue("tzid");
});

const began = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());

const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
const rules = new Map(events.filter((event) => !event.isRecurrenceException()).map((event) => [event.uid, event]));
for (const exception of events.filter((event) => event.isRecurrenceException())) {
    rules.get(exception.uid).relateException(exception);
}

const starts = {};
for (const [uid, event] of rules) {
    starts[uid] = [];
    if (event.isRecurring()) {
        const days = event.iterator();
        for (let day = days.next(); day && starts[uid].length < MOST; day = days.next()) {
            starts[uid].push(began(event.getOccurrenceDetails(day).startDate));
        }
    } else {
        starts[uid].push(began(event.startDate));
    }
}
const summaries = Object.fromEntries([...rules].map(([uid, event]) => [uid, event.summary]));
console.log(JSON.stringify({ zones, starts, summaries }));
