using Rapport.Core.Composing;
using Rapport.Core.Composing.Guardrails;
using Rapport.Core.Primitives;

namespace Rapport.Core.Tests.Composing.Guardrails;

/// <summary>Drafts and facts as the tests of guardrails need them, with defaults.</summary>
internal static class A
{
    public static Draft Sms(string body) => new(Channel.Sms, Language.English, null, body);

    public static Draft SpanishSms(string body) => new(Channel.Sms, Language.Spanish, null, body);

    public static Draft Email(string subject, string body) => new(Channel.Email, Language.English, subject, body);

    public static Draft Letter(string body) => new(Channel.Letter, Language.English, null, body);

    public static Draft Portal(string body) => new(Channel.Portal, Language.English, null, body);

    /// <summary>Fern Clinic writes to Ada on Monday 7 December 2026 about a visit on Wednesday the 9th at 14:45.</summary>
    public static FactSheet VisitOnWednesday(params Fact[] more) =>
        Facts([Day("today", 2026, 12, 7), Moment("appointment_local", new DateTime(2026, 12, 9, 14, 45, 0)), .. more]);

    public static FactSheet Facts(params Fact[] facts) => new([Text("practice", "Fern Clinic"), Text("preferred_name", "Ada"), .. facts]);

    public static Fact Text(string name, string words) => new() { Name = name, Value = new FactValue.Text(words) };

    public static Fact Yes(string name) => new() { Name = name, Value = new FactValue.YesNo(Yes: true) };

    public static Fact No(string name) => new() { Name = name, Value = new FactValue.YesNo(Yes: false) };

    public static Fact Day(string name, int year, int month, int day) => new() { Name = name, Value = new FactValue.Day(new DateOnly(year, month, day)) };

    public static Fact Moment(string name, DateTime local) => new() { Name = name, Value = new FactValue.Moment(local) };

    public static Fact Number(string name, decimal amount) => new() { Name = name, Value = new FactValue.Number(amount) };

    public static Fact Group(string name, params Fact[] facts) => new() { Name = name, Value = new FactValue.Group([.. facts]) };

    public static void ShouldBeFit(this Draft draft, FactSheet facts) =>
        GuardrailSet.Judge(draft, facts).Violations.Select(violation => violation.Why).ShouldBeEmpty();

    public static void ShouldBeRefused(this Draft draft, FactSheet facts, string code) =>
        GuardrailSet.Judge(draft, facts).Violations.Select(violation => violation.Code).ShouldContain(code);
}
