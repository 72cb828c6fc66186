using System.Text.Json.Nodes;
using Rapport.Core.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.TestKit.LanguageModels;
using Rapport.Tests.Day;

namespace Rapport.Tests.Writing;

/// <summary>A practice whose words may come from a language model on loopback.</summary>
internal static class WritingDay
{
    public const string Reviewer = "Ana Lima";

    /// <summary>Four adults whose visit is tomorrow: enough that one situation is worth a question.</summary>
    public static PracticeDay Open(ModelServer server, string provider = "openAiCompatible", Action<JsonObject>? settings = null) => PracticeDay
        .Open(settings: all =>
        {
            all["model"] = Model(server, provider);
            all["writing"] = new JsonObject { ["callsPerThousandMessages"] = 1_000 };
            settings?.Invoke(all);
        })
        .Has(Somebody.Ana, Somebody.Ben, Named("Cleo", 3), Named("Dan", 4))
        .Books(Visit("ana", "09:00"), Visit("ben", "10:00"), Visit("cleo", "11:00"), Visit("dan", "14:00"));

    public static ModelServer Scripted() => new(call => ModelReply.Good(ScriptedWriter.Answer(call.Input)));

    public static JsonObject Model(ModelServer server, string provider) => new()
    {
        ["provider"] = provider,
        ["name"] = "scripted",
        ["baseUrl"] = provider is "anthropic" ? server.Url[..^3] : server.Url,
        ["apiKey"] = "key-of-a-test",
        ["timeoutSeconds"] = 1,
        ["inputPricePerMillion"] = 1,
        ["outputPricePerMillion"] = 4,
        ["dailySpendLimit"] = 5,
    };

    public static IReadOnlyList<WrittenTemplate> Written(this PracticeDay practice) => practice.Pipeline.Writing.Templates.List(null);

    public static WrittenTemplate FirstHeld(this PracticeDay practice, string situation) =>
        practice.Written().First(t => t is { Status: TemplateStatus.Held, Drill: null } && t.Template.Situation.Name == situation);

    /// <summary>The templates of what left, by message.</summary>
    public static IReadOnlyList<string> TemplatesSent(this PracticeDay practice) => [.. practice.Pipeline.Touches.Sent().Select(s => s.Message!.Template)];

    public static bool IsOfThePack(string template) => TemplatePack.BuiltIn.Find(template) is not null;

    private static PatientRecord Named(string name, int number) => PatientRecord.Of(name, "Hale").Born("1970-04-0" + number).Texts($"(518) 555-011{number}");

    private static VisitRecord Visit(string patient, string time) => VisitRecord.For(patient, $"2026-09-16 {time}");
}
