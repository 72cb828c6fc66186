using System.Text.RegularExpressions;
using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails.Reading;
using Rapport.Core.Planning.Calendar;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Planning.Calendar;

/// <summary>What every row of the shipped calendar must be before a clinician is asked to approve it.</summary>
public sealed partial class CalendarRowsTests
{
    private const int LongestFact = 140;

    private static readonly EducationCalendar Calendar = EducationCalendar.Load();
    private static readonly string[] Withheld = ["AIDS", "Recovery", "Pregnancy and Infant Loss", "Obesity", "Healthy Weight", "No-Diet", "Mother", "Father"];

    [Fact]
    public void The_year_was_read_line_by_line_as_a_clinician_will() => Snapshot.Match(Paper(), "calendar-year.txt");

    [Fact]
    public void Every_row_has_a_reason_to_be_sent_or_a_reason_to_be_posted_only() =>
        Calendar.Rows.ShouldAllBe(row => row.Audience == null ^ row.PostedBecause == null);

    [Fact]
    public void What_evidence_md_withholds_from_automation_is_not_on_the_calendar() =>
        Calendar.Rows.Where(row => Withheld.Any(row.Title.Contains)).Select(row => row.Id).ShouldBeEmpty();

    // Named one by one: to move any of them among the topics that are sent must be a decision, not a slip.
    [Theory]
    [InlineData("cervical-health, folic-acid, endometriosis, well-woman, pcos, group-b-strep")]
    [InlineData("prenatal-infection, prematurity-day, breastfeeding, first-peanut")]
    [InlineData("world-cancer-day, colorectal, oral-cancer, melanoma-monday, ovarian, breast-screening")]
    [InlineData("mental-health-month, maternal-mental-health, minority-mental-health, world-mental-health-day, ptsd-day, 988-line, morning-light")]
    [InlineData("diabetes-alert, diabetic-sight, diabetes-eyes, kidney-day, heart-month, stroke-signs, asthma, thyroid, glaucoma, macular-disease, cataract, brain-health")]
    [InlineData("smokeout, tap-water, infant-vaccines, concussion")]
    public void What_could_tell_or_hurt_is_posted_and_sent_to_nobody(string ids)
    {
        foreach (var id in ids.Split(", "))
        {
            Calendar.Find(id).ShouldNotBeNull(id).Audience.ShouldBeNull(id);
        }
    }

    [Fact]
    public void Every_window_can_be_found_in_the_coming_years_and_is_no_longer_than_a_month()
    {
        foreach (var row in Calendar.Rows)
        {
            for (var year = 2026; year <= 2028; year++)
            {
                var (from, until) = row.When.WindowIn(year);
                (until.DayNumber - from.DayNumber).ShouldBeInRange(0, 30, row.Id);
                from.Year.ShouldBe(year, row.Id);
            }
        }
    }

    // A note leaves from the day after the window opens and never on a Sunday or public holiday, so one day is too short.
    [Fact]
    public void What_is_sent_has_some_days_to_be_sent_in() =>
        Calendar.Rows.Where(row => row.Audience is not null).ShouldAllBe(row => Days(row) >= 4);

    [Fact]
    public void Every_fact_is_short_and_easy_to_read_in_both_languages()
    {
        foreach (var row in Calendar.Rows)
        {
            foreach (var channel in new[] { Channel.Sms, Channel.Email })
            {
                var (english, spanish) = (row.Snippet.In(Language.English, channel)!, row.Snippet.In(Language.Spanish, channel)!);
                Math.Max(english.Length, spanish.Length).ShouldBeLessThanOrEqualTo(LongestFact, row.Id);
                GradeOf(english).ShouldBeLessThanOrEqualTo(6, $"{row.Id}: {english}");
                EaseOf(spanish).ShouldBeGreaterThanOrEqualTo(65, $"{row.Id}: {spanish}");
            }
        }
    }

    [Fact]
    public void No_fact_speaks_to_the_reader_or_shouts()
    {
        foreach (var row in Calendar.Rows)
        {
            foreach (var text in new[] { row.Snippet.English, row.Snippet.Spanish, row.Snippet.EnglishSms, row.Snippet.SpanishSms }.OfType<string>())
            {
                Reader().IsMatch(text).ShouldBeFalse($"{row.Id}: {text}");
                text.Contains('!').ShouldBeFalse(row.Id);
            }
        }
    }

    [Fact]
    public void Every_note_fits_two_texts()
    {
        var texts = TemplatePack.BuiltIn.All.Where(t => t.Situation.Channel is Channel.Sms && t.Situation.Name.StartsWith("education.", StringComparison.Ordinal)).ToList();
        texts.Count.ShouldBeGreaterThan(150);
        foreach (var text in texts)
        {
            var words = $"{Renderer.Render(text, FieldsOf(text)).Body}\n{(text.Situation.Language == Language.Spanish ? "Responda ALTO para salir." : "Reply STOP to end.")}";
            SmsText.Measure(words).Encoding.ShouldBe(SmsEncoding.Gsm7, text.Id);
            SmsText.Measure(words).Segments.ShouldBeLessThanOrEqualTo(2, $"{text.Id}: {words}");
        }
    }

    private static string Paper() => string.Join('\n', Calendar.Rows.Select(row => $"""
        {row.Id}: {row.Title} ({string.Join(", ", row.Specialties)}) [{row.Tag}] {row.Source}, {row.SourceDate}
          {Window(row, 2026)}; {Window(row, 2027)}
          {(row.Audience is { } a ? $"sent to ages {a.AgeMin} to {a.AgeMax?.ToString() ?? "any"}, {a.Reason} within {a.WithinMonths} months" : $"posted only: it {row.PostedBecause}")}
          {row.Snippet.English}{(row.Snippet.EnglishSms is { } sms ? $" | {sms}" : "")}
          {row.Snippet.Spanish}{(row.Snippet.SpanishSms is { } corto ? $" | {corto}" : "")}

        """));

    private static string Window(CalendarRow row, int year)
    {
        var (from, until) = row.When.WindowIn(year);
        return from == until ? $"{from:yyyy-MM-dd}" : $"{from:yyyy-MM-dd} to {until:MM-dd}";
    }

    private static int Days(CalendarRow row)
    {
        var (from, until) = row.When.WindowIn(2027);
        return until.DayNumber - from.DayNumber + 1;
    }

    private static MergeFields FieldsOf(Template text)
    {
        var fields = new MergeFields();
        fields.Add("practice", "Cedar Lane");
        fields.Add("phone", "(518) 555-0142");
        fields.Add("name", "Gabriella");
        fields.Add("patient", "Alexander");
        fields.Add("snippet", Calendar.Find(text.Situation.Name["education.".Length..])!.Snippet.In(text.Situation.Language, Channel.Sms));
        return fields;
    }

    private static double GradeOf(string english)
    {
        var (length, density) = Measure(english, isSpanish: false);
        return (0.39 * length) + (11.8 * density) - 15.59;
    }

    private static double EaseOf(string spanish)
    {
        var (length, density) = Measure(spanish, isSpanish: true);
        return 206.84 - (60 * density) - (1.02 * length);
    }

    // Words a sentence and syllables a word; a number is read as one word of one syllable, as usual for these measures.
    private static (double Length, double Density) Measure(string text, bool isSpanish)
    {
        var flat = InNumber().Replace(text, "").Replace("EE. UU.", "EEUU").Replace("a. m.", "am").Replace("p. m.", "pm").Replace("a.m.", "am").Replace("p.m.", "pm");
        var sentences = SentenceEnd().Split(flat).Count(part => !string.IsNullOrWhiteSpace(part));
        var words = Word().Matches(flat).Select(m => m.Value).ToList();
        return ((double)words.Count / sentences, words.Average(word => char.IsDigit(word[0]) ? 1 : (double)Syllables.In(Fold.Of(word), isSpanish)));
    }

    [GeneratedRegex(@"\b(you|your|yours|usted|su salud|le recomendamos)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reader();

    [GeneratedRegex(@"(?<=\d)\.(?=\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InNumber();

    [GeneratedRegex(@"[.!?]+(?:\s|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}']+|\d[\d,]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
