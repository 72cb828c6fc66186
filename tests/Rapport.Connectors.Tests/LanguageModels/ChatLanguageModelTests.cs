using System.Text.Json;
using Rapport.Connectors.LanguageModels;
using Rapport.Engine.Composing;
using Rapport.TestKit.LanguageModels;

namespace Rapport.Connectors.Tests.LanguageModels;

public sealed class ChatLanguageModelTests
{
    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_good_answer_gives_its_json_and_what_it_cost(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(new ModelReply.Words($"\n{Asking.Answer}\n", InputTokens: 812, OutputTokens: 64));

        var answer = await Asking.AskAsync(Asking.Options(server, provider));

        answer.ShouldBe(new ModelAnswer.Given(Asking.Answer, new(812, 64, Attempts: 1)));
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task The_question_reaches_the_model_as_it_was_asked(ModelProvider provider)
    {
        await using var server = new ModelServer(_ => ModelReply.Good(Asking.Answer)) { Key = Asking.Key };

        await Asking.AskAsync(Asking.Options(server, provider));

        var call = server.Calls.ShouldHaveSingleItem();
        (call.Model, call.Instructions, call.Input).ShouldBe(("some-model", Asking.Question.Instructions, Asking.Question.Input));
        JsonElement.DeepEquals(call.Schema!.Value, JsonElement.Parse(Asking.Question.Schema)).ShouldBeTrue();
        call.Body.ShouldContain("2000");
    }

    [Fact]
    public async Task OpenAI_is_asked_to_keep_to_the_schema_and_to_keep_nothing()
    {
        await using var server = ModelServer.Saying(ModelReply.Good(Asking.Answer));

        await Asking.AskAsync(Asking.Options(server));

        var call = server.Calls.Single();
        call.Headers["authorization"].ShouldBe($"Bearer {Asking.Key}");
        call.Json.GetProperty("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean().ShouldBeTrue();
        call.Json.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString().ShouldBe("template");
        call.Json.GetProperty("max_completion_tokens").GetInt32().ShouldBe(2_000);
        call.Json.GetProperty("store").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Anthropic_is_asked_in_its_own_protocol_with_or_without_the_version_in_the_address()
    {
        await using var server = ModelServer.Saying(ModelReply.Good(Asking.Answer));
        var options = Asking.Options(server, ModelProvider.Anthropic);

        await Asking.AskAsync(options);
        await Asking.AskAsync(options with { BaseUrl = server.Url.Replace("/v1", "/") });

        server.Calls.Select(call => call.Path).ShouldBe(["/v1/messages", "/v1/messages"]);
        server.Calls.ShouldAllBe(call => call.Headers["authorization"] == $"Bearer {Asking.Key}" && call.Headers["anthropic-version"] == "2026-10-21");
    }

    [Fact]
    public async Task A_local_server_is_asked_without_a_key_and_by_the_old_name_of_the_limit()
    {
        await using var server = ModelServer.Saying(ModelReply.Good(Asking.Answer));

        var answer = await Asking.AskAsync(Asking.Options(server, ModelProvider.OpenAiCompatible) with { ApiKey = null });

        answer.ShouldBeOfType<ModelAnswer.Given>();
        var call = server.Calls.Single();
        call.Key.ShouldBeNull();
        call.Json.GetProperty("max_tokens").GetInt32().ShouldBe(2_000);
        call.Json.TryGetProperty("max_completion_tokens", out _).ShouldBeFalse();
        call.Json.TryGetProperty("store", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(ModelProvider.OpenAi)]
    [InlineData(ModelProvider.Anthropic)]
    [InlineData(ModelProvider.OpenAiCompatible)]
    public async Task A_key_that_lies_in_the_environment_is_not_taken(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(ModelReply.Good(Asking.Answer));
        string[] names = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"];
        try
        {
            Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, "sk-of-somebody-else"));

            await Asking.AskAsync(Asking.Options(server, provider) with { ApiKey = null });
        }
        finally
        {
            Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, null));
        }

        server.Calls.Single().Key.ShouldBeNull();
    }

    [Theory]
    [InlineData(JsonMode.Object, "json_object")]
    [InlineData(JsonMode.Text, null)]
    public async Task A_server_that_knows_no_schema_finds_it_in_the_instructions(JsonMode mode, string? format)
    {
        await using var server = ModelServer.Saying(ModelReply.Good($"Here you are:\n```json\n{Asking.Answer}\n```"));

        var answer = await Asking.AskAsync(Asking.Options(server, ModelProvider.OpenAiCompatible) with { JsonMode = mode });

        answer.ShouldBeOfType<ModelAnswer.Given>().Json.ShouldBe(Asking.Answer);
        var call = server.Calls.Single();
        call.Instructions.ShouldEndWith(Asking.Question.Schema);
        (call.Json.TryGetProperty("response_format", out var wanted) ? wanted.GetProperty("type").GetString() : null).ShouldBe(format);
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_server_that_claims_absurd_costs_does_not_spoil_the_accounts(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(new ModelReply.Words(Asking.Answer, InputTokens: -5, OutputTokens: 2_000_000_000));

        var answer = await Asking.AskAsync(Asking.Options(server, provider));

        answer.Usage.ShouldBe(new ModelUsage(0, 100_000_000));
    }

    [Theory]
    [InlineData(ModelProvider.OpenAi, "openai/m")]
    [InlineData(ModelProvider.Anthropic, "anthropic/m")]
    [InlineData(ModelProvider.OpenAiCompatible, "compatible/m")]
    public void A_model_is_named_by_its_provider_and_its_name(ModelProvider provider, string name)
    {
        using var model = ChatLanguageModel.Create(new() { Provider = provider, Model = "m", BaseUrl = "http://127.0.0.1:1/v1" }, new Rapport.TestKit.ManualTime());

        model.Name.ShouldBe(name);
    }
}
