namespace Rapport.TestKit.LanguageModels;

/// <summary>The lines that the scripted writer knows, in one language.</summary>
internal sealed class WriterScript
{
    public required string[] Openings { get; init; }

    public required string[] Greetings { get; init; }

    public required string[] Subjects { get; init; }

    public required string[] Closings { get; init; }

    /// <summary>By situation; {0} is what it is about, {1} whom.</summary>
    public required Dictionary<string, string[]> Lines { get; init; }

    public required Naming AboutSelf { get; init; }

    public required Naming AboutOther { get; init; }

    public required Naming AboutSeveral { get; init; }

    public required Naming AboutHousehold { get; init; }

    public static WriterScript English { get; } = new()
    {
        Openings = ["{practice}[ for {name}]:", "[{name}, ]{practice} here.", "From {practice}[, {name}]:", "Hi[ {name}], {practice} here."],
        Greetings = ["Hello[ {name}],", "Hi[ {name}],", "Good day[, {name}],", "Greetings[, {name}],"],
        Subjects = ["A short note from us", "A word from {practice}", "For your calendar", "Something for the days ahead"],
        Closings = ["Questions? Just reply, and a person on our team will answer.", "If a ride or the cost is on your mind, ask us by reply.", "Reply with any question you have.", "If we can make it easier for you, tell us."],
        AboutSelf = new("your {visit.label}", "your {service.label}", "you"),
        AboutOther = new("{patient}'s {visit.label}", "{patient}'s {service.label}", "{patient}"),
        AboutSeveral = new("the visits of {patients}", "the {service.label} for {patients}", "{patients}"),
        AboutHousehold = new("the visits", "the visits", "you"),
        Lines = new(StringComparer.Ordinal)
        {
            ["appointment.confirm"] =
            [
                "See you {visit.day}, {visit.time}, for {0}? Reply YES or CHANGE.",
                "{0}: {visit.day}, {visit.time}. Does it suit? Reply YES or CHANGE.",
                "Is {visit.day}, {visit.time}, good for {0}? Reply YES or CHANGE.",
                "About {0} on {visit.day}, {visit.time}: reply YES or CHANGE.",
            ],
            ["appointment.confirm.household"] =
            [
                "We look forward to {visits} on {visit.day}. Reply YES if that still works, or CHANGE for another time.",
                "{visit.day} is set for {visits}. Does it still suit? YES keeps it, CHANGE finds another time.",
                "Is {visit.day} still good for {visits}? Answer YES, or CHANGE if not.",
                "Please tell us about {visit.day}, {visits}: YES to keep it, CHANGE to move it.",
            ],
            ["appointment.remind"] =
            [
                "See you {visit.day}, {visit.time}, for {0}. Reply CHANGE if it does not suit.",
                "{0} is on {visit.day}, {visit.time}. Another time? Reply CHANGE.",
                "Please remember {0}, {visit.day}, {visit.time}. Reply CHANGE if needed.",
                "On {visit.day}, {visit.time}, we see you for {0}. Reply CHANGE if not.",
            ],
            ["appointment.remind.household"] =
            [
                "See you soon on {visit.day}: {visits}. Reply CHANGE if the time no longer works.",
                "{visit.day} comes up: {visits}. If something came up, CHANGE is all you need to reply.",
                "Please remember {visit.day}, {visits}. Another time is fine too: reply CHANGE.",
                "On {visit.day} we expect {visits}. Text CHANGE if that does not suit.",
            ],
            ["appointment.moved"] =
            [
                "Sorry, we had to move {0} from {old.day}, {old.time}, to {visit.day}, {visit.time}. Reply YES if that works, or CHANGE.",
                "{0} has a new time: {visit.day}, {visit.time}, in place of {old.day}, {old.time}. We are sorry. YES or CHANGE?",
                "We are sorry: instead of {old.day}, {old.time}, {0} is now {visit.day}, {visit.time}. Does it suit? YES or CHANGE.",
                "A change on our side, and we are sorry: {0} moves to {visit.day}, {visit.time}, from {old.day}, {old.time}. YES or CHANGE?",
            ],
            ["appointment.cancelled"] =
            [
                "We are sorry: {0} on {visit.day} is cancelled. Reply YES for another time.",
                "Sorry, we had to cancel {0} on {visit.day}. Another time? Reply YES.",
                "{0} on {visit.day} is cancelled, and we are sorry. YES gets another time.",
                "We cannot keep {0} on {visit.day}. Sorry. Reply YES for another day.",
            ],
            ["follow-up.how-are-you"] =
            [
                "How are things after {0} on {visit.day}? We read every reply. In an emergency call 911.",
                "How did {0} on {visit.day} go? Just reply. In an emergency call 911.",
                "After {0} on {visit.day}, how is it going? For an emergency, call 911.",
                "Any question after {0} on {visit.day}? Reply. In an emergency, call 911.",
            ],
            ["recall.heads-up"] =
            [
                "In a while it will be time for {0}. No hurry: reply with a day if you like to plan ahead.",
                "{0} comes up soon. If you like, name a day and we will look for a time.",
                "Looking ahead: {0} will soon be due. A day that suits you is all we need.",
                "Soon it is time for {0}. Reply YES and we will suggest some times.",
            ],
            ["recall.invite"] =
            [
                "It is time for {0}. Which day suits you? Reply with one, or tell us if it is done already.",
                "Shall we find a time for {0}? Reply YES or a day. Not now is fine too.",
                "{0} is next on the list. A day by reply is enough, and later is fine.",
                "We would like to plan {0} with you. Name a day, or tell us not now.",
            ],
            ["recall.nudge"] =
            [
                "We can still plan {0} whenever it suits. Reply with a day, or tell us if you had it elsewhere.",
                "Is there a better time of day for {0}? Tell us, and we will look. If it is done, tell us that.",
                "{0} can be on a day that you choose. Reply YES, or say that you would rather not.",
                "If something stands in the way of {0}, tell us and we will try to help. A day by reply is enough.",
            ],
            ["recall.last-note"] =
            [
                "This is our last note about {0}. When you want it, reply YES.",
                "We will not write about {0} again. If you want it one day, reply YES.",
                "{0} is here for you when you want it. Reply YES then.",
                "We leave {0} with you now. A YES by reply, any time, is enough.",
            ],
            ["recall.talk"] =
            [
                "Would you like to talk about {0}? Yes, no and later are all fine. Reply YES to talk.",
                "{0} is a choice to talk over. If you want to, reply YES.",
                "Some people want to talk about {0}, others do not. Reply YES if you do.",
                "If you have questions about {0}, we can talk. Reply YES, or leave it.",
            ],
            ["moments.birthday"] =
            [
                "Happy birthday to {1} from all of us! May the day be bright and kind.",
                "All of us wish {1} a happy birthday. May it be a good day.",
                "A very happy birthday to {1}! We hope for good company and cake.",
                "Today we wish {1} a happy birthday and a warm, easy day.",
            ],
            ["moments.welcome"] =
            [
                "Welcome! We are glad to have {1} with us. If you have a question, just reply.",
                "A warm welcome to {1}. Ask us anything by reply; a person on our team reads it.",
                "We are happy to meet {1}. Is there anything we can help with? Just reply.",
                "Welcome to {1} from the whole team. Reply with any question, big or small.",
            ],
            ["education"] =
            [
                "Here is a small thing for the season. {snippet} We wish {1} a good day.",
                "Did you know? {snippet} Have a good week.",
                "A note for {1}, nothing to do. {snippet}",
                "Something to share at the table. {snippet} All the best to {1}.",
            ],
        },
    };

    public static WriterScript Spanish { get; } = new()
    {
        Openings = ["{practice}[ para {name}]:", "[{name}, ]somos {practice}.", "De {practice}[, {name}]:", "Hola[ {name}], es {practice}."],
        Greetings = ["Hola[, {name}]:", "Buen día[, {name}]:", "Saludos[, {name}]:", "Reciba un saludo[, {name}]:"],
        Subjects = ["Una nota de nuestra parte", "Unas palabras de {practice}", "Para su calendario", "Algo para los próximos días"],
        Closings = ["¿Tiene preguntas? Responda y una persona del equipo le contesta.", "Si el transporte o el costo le preocupan, escríbanos.", "Responda con cualquier pregunta.", "Si podemos ayudarle en algo, díganos."],
        AboutSelf = new("su {visit.label}", "su {service.label}", "usted"),
        AboutOther = new("la visita de {patient}", "{service.label} de {patient}", "{patient}"),
        AboutSeveral = new("las visitas de {patients}", "{service.label} de {patients}", "{patients}"),
        AboutHousehold = new("las visitas", "las visitas", "usted"),
        Lines = new(StringComparer.Ordinal)
        {
            ["appointment.confirm"] =
            [
                "¿Le vemos el {visit.day}, {visit.time}, para {0}? SI o CAMBIO.",
                "Para {0}: {visit.day}, {visit.time}. ¿Le queda bien? SI o CAMBIO.",
                "¿Le queda bien el {visit.day}, {visit.time}, para {0}? SI o CAMBIO.",
                "Sobre {0} del {visit.day}, {visit.time}: responda SI o CAMBIO.",
            ],
            ["appointment.confirm.household"] =
            [
                "Esperamos a {visits} el {visit.day}. Responda SI si le queda bien, o CAMBIO para otra hora.",
                "El {visit.day} vienen {visits}. Responda SI para dejarlo igual o CAMBIO para moverlo.",
                "¿Le queda bien el {visit.day} para {visits}? Conteste SI, o CAMBIO si no.",
                "Por favor, diga si el {visit.day} le queda bien para {visits}: SI o CAMBIO.",
            ],
            ["appointment.remind"] =
            [
                "Le vemos el {visit.weekday}, {visit.time}, para {0}. Si no, responda CAMBIO.",
                "Para {0}: {visit.weekday}, {visit.time}. ¿Otra hora? Responda CAMBIO.",
                "Recuerde {0} del {visit.weekday}, {visit.time}. Si no, responda CAMBIO.",
                "El {visit.weekday}, {visit.time}, es {0}. Mande CAMBIO si no le queda bien.",
            ],
            ["appointment.remind.household"] =
            [
                "Nos vemos pronto, el {visit.day}: {visits}. Responda CAMBIO si la hora no le queda bien.",
                "Ya viene el {visit.day}: {visits}. Si no pueden venir, responda CAMBIO.",
                "Recuerde el {visit.day}, {visits}. Si prefiere otra hora, responda CAMBIO.",
                "El {visit.day} esperamos a {visits}. Mande CAMBIO si no le queda bien.",
            ],
            ["appointment.moved"] =
            [
                "Perdone, cambiamos {0} del {old.day}, {old.time}, al {visit.day}, {visit.time}. Responda SI o CAMBIO.",
                "Hay una nueva hora para {0}: {visit.day}, {visit.time}, en lugar de {old.day}, {old.time}. Perdone. ¿SI o CAMBIO?",
                "Lo sentimos: en lugar del {old.day}, {old.time}, {0} es el {visit.day}, {visit.time}. ¿Le queda bien? SI o CAMBIO.",
                "Un cambio de nuestra parte, perdone: {0} pasa al {visit.day}, {visit.time}, del {old.day}, {old.time}. ¿SI o CAMBIO?",
            ],
            ["appointment.cancelled"] =
            [
                "Lo sentimos: se cancela {0} del {visit.weekday}. SI para otra hora.",
                "Perdone, cancelamos {0} del {visit.weekday}. ¿Otra hora? Responda SI.",
                "Se cancela {0} del {visit.weekday} y lo sentimos. Con SI buscamos otra hora.",
                "No podemos con {0} del {visit.weekday}. Perdone. Responda SI para otra hora.",
            ],
            ["follow-up.how-are-you"] =
            [
                "¿Qué tal tras {0} del {visit.weekday}? Responda. En una emergencia llame al 911.",
                "¿Todo bien tras {0} del {visit.weekday}? Responda. En una emergencia llame al 911.",
                "¿Preguntas tras {0} del {visit.weekday}? Responda. En una emergencia, llame al 911.",
                "¿Alguna pregunta de {0} del {visit.weekday}? Responda. En una emergencia, 911.",
            ],
            ["recall.heads-up"] =
            [
                "Dentro de poco toca {0}. Sin prisa: responda con un buen momento si quiere.",
                "Pronto toca {0}. Si quiere, elija el momento y le buscamos una hora.",
                "Para ir viendo: pronto toca {0}. Diga qué momento le queda bien.",
                "Ya se acerca {0}. Responda SI y le damos unas horas para elegir.",
            ],
            ["recall.invite"] =
            [
                "Ya toca {0}. ¿Qué momento le queda bien? Responda, o diga si ya se hizo.",
                "¿Buscamos una hora para {0}? Responda SI. Si ahora no, no pasa nada.",
                "Lo que sigue es {0}. Basta con decir qué momento le queda bien, y luego vale.",
                "Queremos ver con usted la hora de {0}. Diga qué momento, o que ahora no.",
            ],
            ["recall.nudge"] =
            [
                "Cuando quiera vemos {0}. Responda con un buen momento, o diga si ya se hizo en otro lugar.",
                "¿Hay una mejor hora para {0}? Diga, y la buscamos. Si ya se hizo, diga eso.",
                "Para {0} el momento lo elige usted. Responda SI, o diga que prefiere que no.",
                "Si algo le hace cuesta arriba {0}, diga y vemos como ayudar. Basta con responder.",
            ],
            ["recall.last-note"] =
            [
                "Esta es la nota final de {0}. Cuando lo quiera, responda SI y buscamos la hora.",
                "Ya no le vamos a escribir de {0}. Si un momento lo quiere, responda SI o llame.",
                "Para {0} le esperamos cuando quiera. Ya no le escribimos de esto.",
                "Lo de {0} queda en sus manos. Responda SI cuando quiera y lo vemos.",
            ],
            ["recall.talk"] =
            [
                "¿Quiere hablar de {0}? Puede ser que no, o luego. Responda SI para hablar.",
                "Lo de {0} es para hablar y elegir. Si quiere, responda SI. Si no, no pasa nada.",
                "Hay personas que quieren hablar de {0} y otras que no. Responda SI si quiere.",
                "Si tiene preguntas de {0}, hablamos. Responda SI, o puede quedar para luego.",
            ],
            ["moments.birthday"] =
            [
                "¡Feliz cumple a {1} de parte del equipo! Que sea un buen momento.",
                "El equipo le desea a {1} un feliz cumple.",
                "¡Muy feliz cumple a {1}! Que tenga un lindo momento.",
                "Hoy le deseamos a {1} un feliz cumple y mucha calma.",
            ],
            ["moments.welcome"] =
            [
                "¡Le damos la bienvenida! Nos alegra recibir a {1}. Si tiene una pregunta, responda.",
                "Una calurosa bienvenida a {1}. Pregunte lo que quiera; una persona del equipo lo lee.",
                "Nos alegra conocer a {1}. ¿Podemos ayudar en algo? Responda.",
                "Bienvenida de todo el equipo para {1}. Responda con la pregunta que tenga.",
            ],
            ["education"] =
            [
                "Una cosa chica de temporada. {snippet} Le deseamos un buen momento a {1}.",
                "¿Lo saben en casa? {snippet} Que tenga buena semana.",
                "Una nota para {1}, no hay nada que hacer. {snippet}",
                "Para contar en la mesa. {snippet} Todo lo mejor para {1}.",
            ],
        },
    };

    internal sealed record Naming(string Visit, string Service, string Who);
}
