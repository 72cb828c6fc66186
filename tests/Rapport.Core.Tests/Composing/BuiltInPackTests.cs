using Rapport.Core.Composing;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing;

public sealed class BuiltInPackTests
{
    private static readonly Language[] Both = [Language.English, Language.Spanish];
    private static readonly Channel[] Quick = [Channel.Sms, Channel.Email];

    // What Composing/Packs/README.md documents.
    private static readonly string[] Documented =
    [
        "practice", "phone", "name", "patient", "patients", "clinician", "visit.day", "visit.weekday", "visit.date", "visit.time", "visit.label", "visit.place",
        "visit.bring", "visits", "old.day", "old.time", "service.label", "service.last", "interest", "season", "snippet",
    ];

    // Long, but not absurd.
    private static readonly Dictionary<string, string> English = new()
    {
        ["practice"] = "Cedar Lane", ["phone"] = "(518) 555-0142", ["name"] = "Gabriella", ["patient"] = "Alexander", ["patients"] = "Alexander and Gabriella",
        ["visit.day"] = "Wednesday, March 25", ["visit.weekday"] = "Wednesday", ["visit.date"] = "March 25", ["visit.time"] = "10:45 AM", ["visit.label"] = "check-up",
        ["visits"] = "Ana at 10:15 AM and Luis at 10:45 AM", ["old.day"] = "Monday, March 23", ["old.time"] = "2:15 PM", ["service.label"] = "eye exam",
    };

    private static readonly Dictionary<string, string> Spanish = new(English)
    {
        ["patients"] = "Alexander y Gabriella", ["visit.day"] = "jueves 26 de marzo", ["visit.weekday"] = "jueves", ["visit.date"] = "26 de marzo", ["visit.label"] = "chequeo",
        ["visits"] = "Ana a las 10:15 AM y Luis a las 10:45 AM", ["old.day"] = "lunes 23 de marzo", ["service.label"] = "limpieza",
    };

    [Fact]
    public void Every_situation_that_a_program_can_bring_about_has_two_sets_of_words_in_both_languages()
    {
        string[] missing =
        [
            .. from situation in Possible()
               from language in Both
               let complete = situation with { Language = language }
               where TemplatePack.BuiltIn.For(complete).Length < 2
               select complete.ToString(),
        ];

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_is_a_documented_one() =>
        TemplatePack.BuiltIn.All.SelectMany(t => t.Body.Fields.Concat(t.Subject?.Fields ?? [])).Distinct().Except(Documented).ShouldBeEmpty();

    [Fact]
    public void Every_mail_has_a_subject_and_no_text_has_one() =>
        TemplatePack.BuiltIn.All.ShouldAllBe(t => t.Situation.Channel == Channel.Email == (t.Subject != null));

    [Fact]
    public void No_two_templates_have_one_id() => TemplatePack.BuiltIn.All.GroupBy(t => t.Id).ShouldAllBe(g => g.Count() == 1);

    [Fact]
    public void No_text_holds_a_letter_that_doubles_its_price() =>
        Texts().Where(t => SmsText.Measure(t.Body.Source.Replace("{", "").Replace("}", "").Replace("[", "").Replace("]", "")).Encoding is not SmsEncoding.Gsm7).ShouldBeEmpty();

    [Fact]
    public void With_usual_names_and_days_every_situation_has_words_that_fit_one_text()
    {
        // Two days and two hours, or two children and their hours, do not always fit; the pack's README says so of the first.
        string[] tooLong =
        [
            .. Texts().Where(t => !t.Situation.Name.StartsWith("education.") && t.Situation.Name is not "appointment.moved" && t.Situation.Audience is not Audience.Household)
                .GroupBy(t => t.Situation)
                .Where(variants => variants.All(t => SegmentsOf(t) > 1))
                .Select(variants => variants.Key.ToString()),
        ];

        tooLong.ShouldBeEmpty();
        Texts().Where(t => !t.Situation.Name.StartsWith("education.")).ShouldAllBe(t => SegmentsOf(t) <= 2);
    }

    [Fact]
    public void No_text_asks_for_a_word_that_means_stop_texting_me()
    {
        string[] forbidden = ["CANCEL", "END", "QUIT", "BAJA", "CANCELAR", "Reply NO"];
        TemplatePack.BuiltIn.All.Where(t => forbidden.Any(word => t.Body.Source.Contains($"{word} ") || t.Body.Source.Contains($"{word}."))).Select(t => t.Id).ShouldBeEmpty();
    }

    private static IEnumerable<Template> Texts() => TemplatePack.BuiltIn.All.Where(t => t.Situation.Channel is Channel.Sms);

    private static int SegmentsOf(Template template)
    {
        var isSpanish = template.Situation.Language == Language.Spanish;
        var fields = new MergeFields();
        foreach (var (name, words) in isSpanish ? Spanish : English)
        {
            fields.Add(name, words);
        }

        return SmsText.Measure($"{Renderer.Render(template, fields).Body}\n{(isSpanish ? "Responda ALTO para salir." : "Reply STOP to end.")}").Segments;
    }

    private static IEnumerable<Situation> Possible()
    {
        Audience[] oneOfThem = [Audience.Self, Audience.Other];
        foreach (var channel in Quick)
        {
            foreach (var audience in oneOfThem)
            {
                foreach (var name in (string[])["appointment.confirm", "appointment.remind", "appointment.moved", "appointment.cancelled", "follow-up.how-are-you", "moments.birthday", "moments.welcome"])
                {
                    yield return new Situation(name, audience, channel, Language.English);
                }
            }

            yield return new Situation("appointment.confirm", Audience.Household, channel, Language.English);
            yield return new Situation("appointment.remind", Audience.Household, channel, Language.English);
            foreach (var row in EducationCalendar.Load().Rows)
            {
                if (row.Audience is { HasAdults: true })
                {
                    yield return new Situation($"education.{row.Id}", Audience.Self, channel, Language.English);
                }

                if (row.Audience is { HasChildren: true })
                {
                    yield return new Situation($"education.{row.Id}", Audience.Other, channel, Language.English);
                }
            }
        }

        // What has weeks of time may go by post too.
        foreach (var channel in (Channel[])[Channel.Sms, Channel.Email, Channel.Letter])
        {
            foreach (var audience in (Audience[])[Audience.Self, Audience.Other, Audience.Family])
            {
                foreach (var step in (string[])["heads-up", "invite", "nudge", "last-note", "talk"])
                {
                    yield return new Situation($"recall.{step}", audience, channel, Language.English);
                }
            }
        }

        foreach (var audience in oneOfThem)
        {
            yield return new Situation("appointment.moved", audience, Channel.Letter, Language.English);
            yield return new Situation("appointment.cancelled", audience, Channel.Letter, Language.English);
        }
    }
}
