using Rapport.Connectors.LanguageModels;
using Rapport.Engine.Composing;
using Rapport.TestKit;
using Rapport.TestKit.LanguageModels;

namespace Rapport.Connectors.Tests.LanguageModels;

/// <summary>A question with defaults, and the model that is asked.</summary>
internal static class Asking
{
    public const string Key = "sk-test-1234567890";

    public const string Answer = """{"text":"Hi {firstName}, it is time for your check-up."}""";

    /// <summary>Both protocols, for theories.</summary>
    public static TheoryData<ModelProvider> Protocols => [ModelProvider.OpenAi, ModelProvider.Anthropic];

    public static ModelRequest Question => new()
    {
        Task = ModelTask.Templates,
        Program = "recall",
        Instructions = "Write a template.",
        Input = """{"channel":"sms","secretOfTheInput":true}""",
        SchemaName = "template",
        Schema = """{"type":"object","properties":{"text":{"type":"string"}},"required":["text"],"additionalProperties":false}""",
    };

    public static LanguageModelOptions Options(ModelServer server, ModelProvider provider = ModelProvider.OpenAi) => new()
    {
        Provider = provider,
        Model = "some-model",
        BaseUrl = server.Url,
        ApiKey = Key,
    };

    /// <summary>Asks once, and lets every pause between attempts end at once.</summary>
    public static async Task<ModelAnswer> AskAsync(LanguageModelOptions options)
    {
        var time = new ManualTime();
        using var model = ChatLanguageModel.Create(options, time);
        return await WithoutPausesAsync(model.AskAsync(Question, TestContext.Current.CancellationToken), time);
    }

    public static async Task<ModelAnswer> WithoutPausesAsync(Task<ModelAnswer> asking, ManualTime time)
    {
        while (!asking.IsCompleted)
        {
            await ManualTime.UntilAsync(() => asking.IsCompleted || Pause(time) is not null);
            time.Advance(Pause(time) ?? TimeSpan.Zero);
        }

        return await asking;
    }

    /// <summary>The pause that the model makes; null while it waits for an answer instead, which it does for much longer.</summary>
    public static TimeSpan? Pause(ManualTime time) => time.Pending is [var only] && only <= TimeSpan.FromSeconds(20) ? only : null;
}
