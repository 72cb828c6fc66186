using Rapport.Core.Primitives;

namespace Rapport.Core.Composing;

/// <summary>Invented values for every field, to try a template before a person is written to.</summary>
public static class SampleFacts
{
    private static readonly DateOnly Today = new(2026, 3, 18);
    private static readonly DateTime Start = new(2026, 3, 25, 10, 45, 0);
    private static readonly DateTime OldStart = new(2026, 3, 23, 14, 15, 0);

    /// <summary>Long, but not absurd: all that the situation may have.</summary>
    public static MergeFields Long(Situation situation) => Fill(situation, SituationFields.Of(situation));

    /// <summary>Only what the situation is sure to have.</summary>
    public static MergeFields Sparse(Situation situation) => Fill(situation, SituationFields.Of(situation).Where(f => f.IsSure));

    /// <summary>The longest line that a text message carries after its words.</summary>
    public static string LongestSmsFooter(Language language) => Footers.SmsLine(Disclosure.Line(language, Channel.Sms, isChecked: false), language == Language.Spanish);

    private static MergeFields Fill(Situation situation, IEnumerable<SituationField> known)
    {
        var fields = new MergeFields().Know("today", new FactValue.Day(Today));
        foreach (var field in known)
        {
            fields.Add(field.Name, WordsOf(field.Name, situation), new Fact { Name = field.Name, Value = ValueOf(field.Name, situation), Source = "sample" });
        }

        return fields;
    }

    private static FactValue ValueOf(string name, Situation situation) => name switch
    {
        "visit.day" or "visit.weekday" or "visit.date" or "visit.time" => new FactValue.Moment(Start),
        "old.day" or "old.time" => new FactValue.Moment(OldStart),
        "service.last" => new FactValue.Month(2025, 2),
        _ => new FactValue.Text(WordsOf(name, situation)),
    };

    private static string WordsOf(string name, Situation situation)
    {
        var language = situation.Language;
        var isSpanish = language == Language.Spanish;
        return name switch
        {
            "practice" => situation.Channel is Channel.Sms ? "Cedar Lane" : "Cedar Lane Family Practice",
            "phone" => "(518) 555-0142",
            "name" => "Gabriella",
            "patient" => "Alexander",
            "patients" => Phrases.List(["Alexander", "Gabriella"], language),
            "clinician" => isSpanish ? "la Dra. Sandoval" : "Dr. Sandoval",
            "visit.day" => Phrases.Day(DateOnly.FromDateTime(Start), language),
            "visit.weekday" => Phrases.Weekday(DateOnly.FromDateTime(Start), language),
            "visit.date" => Phrases.Date(DateOnly.FromDateTime(Start), language),
            "visit.time" => Phrases.Time(TimeOnly.FromDateTime(Start)),
            "old.day" => Phrases.Day(DateOnly.FromDateTime(OldStart), language),
            "old.time" => Phrases.Time(TimeOnly.FromDateTime(OldStart)),
            "visits" => isSpanish ? "Ana a las 10:15 AM y Luis a las 10:45 AM" : "Ana at 10:15 AM and Luis at 10:45 AM",
            "visit.label" => isSpanish ? "chequeo" : "check-up",
            "visit.place" => isSpanish ? "la oficina de Elm Street" : "the Elm Street office",
            "service.label" => isSpanish ? "limpieza" : "eye exam",
            "service.last" => Phrases.Month(new DateOnly(2025, 2, 1), language),
            "interest" => isSpanish ? "el jardín" : "gardening",
            "snippet" => isSpanish ? "Cepillarse dos veces al dia cuida los dientes, dice la ADA." : "Brushing twice a day keeps teeth clean, says the ADA.",
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no sample for this field."),
        };
    }
}
