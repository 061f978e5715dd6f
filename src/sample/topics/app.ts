import { type Topic, topicFamily } from "./topic.ts";

const APP_CHANNELS = { mobile: 2, email: 0.7, voice: 0.6 } as const;

/** The Lumora app itself. */
export const APP_TOPICS: readonly Topic[] = topicFamily("app", [
  {
    id: "app-crash",
    name: "App crashes on login",
    words: ["crash", "crashes", "crashing", "closes", "app"],
    weight: 1.3,
    channels: APP_CHANNELS,
    mood: 0.5,
    node: "app_crash",
    asks: ["device", "version"],
    openings: [
      "<app> {crashes|keeps crashing|crashed|closes itself} {when I log in|on login|right after signing in|as soon as I enter my password|every time I open it}",
      "since {the update|the last update|version <version>|yesterday's update} <app> {crashes|just closes|won't open|shuts down at once}",
      "{{when I open|as soon as I start} <app> it {crashes|closes again|goes back to the home screen}|I open <app> and it {crashes|closes again}}{ immediately|}",
      "<app> {won't start|doesn't open|is unusable} {any more|since {the update|<weekday>}|on my <device>}",
      "{crash|constant crashes} {at login|on startup|after entering the code} {on my <device>|with <os>|since version <version>}",
      "{your|the} {new version|latest update|4.2 update|update} {broke|ruined|killed} the app{, it crashes all the time|, crashes on login|}",
      "the app {freezes|hangs} on the {login screen|splash screen|logo} and {then closes|then it's gone|crashes}",
      "{reinstalled|I reinstalled} <app> <times> {but it|and it} {still crashes|crashes at login every time|closes straight away}",
      "{can't use|I can't use} my lamps because <app> {keeps crashing|crashes|shuts down}",
      "{please fix|when will you fix|are you going to fix} the {crash|crashes|crashing}{ on <os>| after the update|}{?|}",
      "it says Lumora {has stopped|keeps stopping|isn't responding}{ and closes|} {whenever I log in|on my <device>|}",
    ],
    terse: [
      "app {crash|crashes|crashing|keeps closing}",
      "app crashes {on login|after update|<version>}",
      "lumora has stopped",
      "app won't open",
    ],
    details: [
      "it's a <device> with <os>, app version <version>",
      "I {cleared the cache|restarted the phone|reinstalled it}, {no difference|same thing}",
      "it worked fine {before the update|until <weekday>}",
      "I've sent the crash report {<times>|from the app}",
    ],
    bot: [
      "Please update the app, restart your phone and try again. If it still crashes, clear the app's cache.",
      "Some phones have trouble after the latest update. Please reinstall the app; your lamps and scenes stay in your account.",
    ],
    probes: [
      {
        question: "Which phone and which app version do you use?",
        answers: [
          "<device>, <os>, app <version>",
          "<device>{, newest version| and version <version>}",
          "version <version> on <os>",
        ],
      },
      {
        question: "Does it crash before or after you sign in?",
        answers: [
          "{right after|after I sign in|as soon as I tap login}",
          "{before|I don't even get to the login}",
          "{both|all the time}",
        ],
      },
    ],
    fix: [
      "Our app team knows this fault and is working on it. I've added your phone to the list and will write when the fix is out.",
      "Signing out all devices helped other customers; I've done that for you. Please try again now.",
    ],
    solved: { bot: 0.22, agent: 0.5 },
  },
  {
    id: "app-offline",
    name: "App shows devices offline",
    words: ["offline", "app", "devices", "unreachable"],
    weight: 1.4,
    channels: APP_CHANNELS,
    mood: 0.35,
    node: "app_offline",
    asks: ["device"],
    openings: [
      "<app> {says {all my lamps|my devices} are {offline|unreachable}|shows {everything|the hub|all lamps} as {offline|unreachable}|thinks {the hub|everything} is offline}",
      "{all devices|my lights|the hub} {offline|unreachable} in <app> {but they work with the switch|although wifi is fine|since <weekday>}",
      "{why are|why do} my {lamps|devices} {appear offline|show offline} in the app?",
      "I <cant> control {my lights|anything} {from outside|when I'm not at home|away from home}, {it says offline|the app shows unreachable}",
      "the app {takes ages|needs forever} to {connect to the lamps|load my devices|see the hub} {and then says offline|}",
      "{the status|what it shows} in <app> is {wrong|not right}, lamp is on but {app says offline|shows as unreachable}",
      "{after|since} {the power cut|changing the router|the update} <app> {can't find|no longer sees|doesn't show} {my devices|the lamps|my hub}",
      "my {home|devices list} in <app> is {empty|gone|greyed out}",
    ],
    terse: [
      "{devices|lamps|hub} offline{| in app}",
      "app {shows|says} offline",
      "device unreachable",
      "remote access not working",
    ],
    details: [
      "the hub's light is {green|white} {so it should be online|}",
      "{the hub|its} MAC address is <mac>",
      "internet works {on everything else|fine}",
    ],
    bot: [
      "Please unplug the hub for ten seconds and wait until its light is white, then pull down in the app to refresh.",
    ],
    probes: [
      {
        question: "What colour is the light on the hub?",
        answers: ["{white|green}", "{red|orange}, {blinking|steady}", "{it's off|no light}"],
      },
      { question: "Could you read me the MAC address under the hub?", answers: ["<mac>", "it says <mac>"] },
    ],
    fix: [
      "I've linked your hub to your account again. Everything should be online in a minute.",
      "Your router blocked the hub after a new address was given. A fixed address for it solves this; I've sent the steps.",
    ],
    solved: { bot: 0.48, agent: 0.78 },
  },
  {
    id: "notifications",
    name: "Too many notifications",
    words: ["notification", "notifications", "push", "alerts"],
    weight: 0.7,
    channels: APP_CHANNELS,
    mood: 0.2,
    node: "notifications",
    asks: [],
    openings: [
      "<how> {turn off|stop|mute|reduce} {the notifications|push notifications|those alerts}{ from the app|}?",
      "<app> {sends|keeps sending|bombards me with} {too many|constant|useless} {notifications|push messages|alerts}",
      "I get {a notification|an alert} {every time the light goes on|in the middle of the night|every five minutes}",
      "{I don't get any|I'm not getting|there are no} {notifications|alerts} {any more|from the app|when the sensor triggers}",
      "I {turned off|disabled} notifications {but still get them|and they keep coming}",
      "can I {choose|pick} which {notifications|alerts} I get{ for each room|}?",
      "{the alerts|push alerts} {come late|arrive hours later|are delayed}",
    ],
    terse: [
      "{turn off|too many|disable} notifications",
      "push {messages|notifications} {off|problem}",
      "no notifications",
    ],
    details: ["I only want {the door sensor|alarms}, not {ads|tips}", "it's on {my <device>|both phones}"],
    bot: ["In the app, open Account, Notifications. You can choose for each room and each kind."],
    probes: [
      {
        question: "Which ones would you like to keep?",
        answers: ["{only|just} {alarms|the sensor ones}", "none{ at all|}"],
      },
    ],
    fix: ["I've switched off the marketing messages on our side; the others are in your settings."],
    solved: { bot: 0.8, agent: 0.92 },
  },
  {
    id: "schedules",
    name: "Set up schedules and scenes",
    words: ["schedule", "timer", "scene", "routine", "automation"],
    weight: 1.6,
    channels: APP_CHANNELS,
    mood: 0.08,
    node: "schedules",
    asks: [],
    openings: [
      "<how> {set|create|make|program} a {schedule|timer|scene|routine|wake-up light}{ for my lamps| in the app| for the <room>|}?",
      "my {schedule|timer|routine|automation} {doesn't run|didn't start|runs an hour late|stopped working}{ since the clocks changed|}",
      "{can|could} the {lights|lamps} {come on at sunset|go off at midnight|switch on when I get home} {automatically|by themselves}?",
      "I {want|would like} the <lamp> {to turn on at <hour>|to dim slowly in the evening|to go off at <hour>} {every day|on weekdays|}",
      "the {sunrise|sunset} {timer|schedule} {is off by an hour|uses the wrong time zone|is never on time}",
      "where {did|do} {the scenes|my routines|schedules} go{ in the new app| after the update|}?",
      "I can't {edit|delete} {an old schedule|a scene|the routine I made}",
      "is there {a holiday mode|a vacation mode|a random mode} that {switches lights on and off|makes it look like we're home}?",
    ],
    terse: [
      "{set|create|edit} {schedule|timer|scene|routine}",
      "schedule {not working|wrong time}",
      "sunset timer",
      "{vacation|holiday} mode",
    ],
    details: [
      "it should {only run on weekdays|skip the weekend}",
      "I set it {for <hour>|in the automation tab}",
    ],
    bot: [
      'Open the room in the app, tap the clock and choose "New schedule". Sunset and sunrise are at the top of the list.',
    ],
    probes: [
      {
        question: "Is the time zone of your home right, under Home, Settings?",
        answers: ["{yes|it is}", "{oh|no}, it says {UTC|another city}", "where do I {see|find} that?"],
      },
    ],
    fix: ["The home had the wrong time zone. I've corrected it, and the schedule runs on time from tonight."],
    solved: { bot: 0.74, agent: 0.9 },
  },
]);
