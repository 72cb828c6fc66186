using Rapport.Connectors.LanguageModels;

namespace Rapport.Connectors.Tests.LanguageModels;

public sealed class LanguageModelOptionsTests
{
    private static readonly LanguageModelOptions OpenAi = new() { Provider = ModelProvider.OpenAi, Model = "gpt-4.1-mini", ApiKey = Asking.Key };

    private static readonly LanguageModelOptions Local = new() { Provider = ModelProvider.OpenAiCompatible, Model = "llama3.1", BaseUrl = "http://127.0.0.1:11434/v1" };

    [Fact]
    public void Usual_settings_are_fine()
    {
        OpenAi.Problems().ShouldBeEmpty();
        Local.Problems().ShouldBeEmpty();
        (Local with { BaseUrl = "http://models.practice.example:8000/v1" }).Problems().ShouldBeEmpty();
        (OpenAi with { Provider = ModelProvider.Anthropic, Model = "claude-haiku-4-5" }).Problems().ShouldBeEmpty();
    }

    [Fact]
    public void The_key_is_never_printed()
    {
        $"{OpenAi}".ShouldBe("openai/gpt-4.1-mini at https://api.openai.com");
        $"{Local}".ShouldBe("compatible/llama3.1 at http://127.0.0.1:11434");
        (OpenAi with { ApiKey = "sk with blanks" }).Problems().ShouldHaveSingleItem().ShouldNotContain("sk with");
    }

    [Fact]
    public void A_key_in_the_address_is_not_printed_either()
    {
        var options = OpenAi with { BaseUrl = $"https://user:{Asking.Key}@models.example/v1?key={Asking.Key}" };

        options.Problems().ShouldHaveSingleItem().ShouldContain("apiKey");
        options.ToString().ShouldNotContain(Asking.Key);
    }

    [Fact]
    public void Every_problem_is_said_in_plain_words()
    {
        Problem(OpenAi with { Model = " " }).ShouldContain("name");
        Problem(OpenAi with { ApiKey = null }).ShouldContain("RAPPORT_model__apiKey");
        Problem(OpenAi with { ApiKey = "sk-1\r\nx: y" }).ShouldContain("line breaks");
        Problem(OpenAi with { BaseUrl = "http://models.example/v1" }).ShouldContain("in the clear");
        Problem(OpenAi with { BaseUrl = "ftp://models.example" }).ShouldContain("https://");
        Problem(Local with { BaseUrl = null }).ShouldContain("base URL");
        Problem(OpenAi with { Timeout = TimeSpan.Zero }).ShouldContain("timeout");
        Problem(OpenAi with { Timeout = TimeSpan.FromMinutes(5) }).ShouldContain("deadline of 180 seconds");
        Problem(OpenAi with { MaxAttempts = 0 }).ShouldContain("attempts");
        Problem(OpenAi with { MaxConcurrency = 0 }).ShouldContain("at once");
        Problem(OpenAi with { MaxRetryShare = double.NaN }).ShouldContain("repeats");
        Problem(OpenAi with { MaxAnswerBytes = 10 }).ShouldContain("1024");
    }

    private static string Problem(LanguageModelOptions options) => options.Problems().ShouldHaveSingleItem();
}
