using Rapport.Connectors.LanguageModels;
using Rapport.Engine.Composing;
using Rapport.Settings;
using Rapport.TestKit;

namespace Rapport.Tests.Settings;

public sealed class ModelSettingsTests
{
    [Fact]
    public void Without_the_section_there_is_no_model()
    {
        var settings = Read("null");

        (settings.Model, settings.ModelAccount).ShouldBe((null, null));
    }

    [Fact]
    public void A_hosted_model_needs_a_name_a_key_and_its_prices()
    {
        var settings = Read("""{ "provider": "openAi", "name": "gpt-4.1-mini", "apiKey": "sk-1", "inputPricePerMillion": 0.40, "outputPricePerMillion": "1.6" }""");

        settings.Model.ShouldBe(new LanguageModelOptions { Provider = ModelProvider.OpenAi, Model = "gpt-4.1-mini", ApiKey = "sk-1" });
        settings.ModelAccount.ShouldBe(new ModelAccount(0.40m, 1.6m, DailySpendLimit: 5));
    }

    [Fact]
    public void A_local_model_needs_only_a_name_and_an_address()
    {
        var settings = Read("""{ "provider": "openaicompatible", "name": "llama3.1", "baseUrl": "http://127.0.0.1:11434/v1", "jsonMode": "object", "timeoutSeconds": 200, "maxConcurrency": 1 }""");

        settings.Model.ShouldBe(new LanguageModelOptions
        {
            Provider = ModelProvider.OpenAiCompatible,
            Model = "llama3.1",
            BaseUrl = "http://127.0.0.1:11434/v1",
            JsonMode = JsonMode.Object,
            Timeout = TimeSpan.FromSeconds(200),
            Deadline = TimeSpan.FromSeconds(600),
            MaxConcurrency = 1,
        });
        settings.ModelAccount.ShouldBe(new ModelAccount(0, 0, DailySpendLimit: 5));
    }

    [Theory]
    [InlineData("""{ "name": "m", "inputPricePerMillion": 1, "outputPricePerMillion": 1 }""", "model:provider is missing")]
    [InlineData("""{ "provider": "mystery", "name": "m", "apiKey": "k", "inputPricePerMillion": 1, "outputPricePerMillion": 1 }""", "openAi or anthropic or openAiCompatible")]
    [InlineData("""{ "provider": "anthropic", "name": "m", "inputPricePerMillion": 1, "outputPricePerMillion": 1 }""", "RAPPORT_model__apiKey")]
    [InlineData("""{ "provider": "anthropic", "name": "m", "apiKey": "k", "outputPricePerMillion": 1 }""", "model:inputPricePerMillion is missing")]
    [InlineData("""{ "provider": "openAi", "name": "m", "apiKey": "k", "inputPricePerMillion": "1,5", "outputPricePerMillion": 1 }""", "0.40")]
    [InlineData("""{ "provider": "openAi", "name": "m", "apiKey": "k", "inputPricePerMillion": 1, "outputPricePerMillion": 1, "dailySpendLimit": -1 }""", "dailySpendLimit")]
    [InlineData("""{ "provider": "openAiCompatible", "name": "m" }""", "base URL")]
    [InlineData("""{ "provider": "openAiCompatible", "name": "m", "baseUrl": "http://127.0.0.1/v1", "timeoutSeconds": 0 }""", "timeoutSeconds")]
    [InlineData("""{ "provider": "openAiCompatible", "name": "m", "baseUrl": "http://127.0.0.1/v1", "jsonMode": "xml" }""", "schema or object or text")]
    public void What_is_wrong_is_said_once_and_in_plain_words(string model, string problem) =>
        Should.Throw<SettingsException>(() => Read(model)).Problems.ShouldHaveSingleItem().ShouldContain(problem);

    private static RapportSettings Read(string model)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "rapport.json");
        File.WriteAllText(file, $$"""{ "practice": { "name": "Cedar Lane", "phone": "(518) 555-0142", "timeZone": "America/New_York" }, "model": {{model}} }""");
        return SettingsReader.Read(file, new Dictionary<string, string?>(StringComparer.Ordinal));
    }
}
