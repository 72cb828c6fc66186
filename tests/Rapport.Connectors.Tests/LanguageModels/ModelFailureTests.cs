using Rapport.Connectors.LanguageModels;
using Rapport.Engine.Composing;
using Rapport.TestKit.LanguageModels;

namespace Rapport.Connectors.Tests.LanguageModels;

public sealed class ModelFailureTests
{
    private static readonly ModelProvider[] Both = [ModelProvider.OpenAi, ModelProvider.Anthropic];

    private static readonly Dictionary<string, (ModelReply Reply, NoAnswer Reason, int Attempts)> Cases = new()
    {
        ["words instead of JSON"] = (ModelReply.Garbage, NoAnswer.Unreadable, 1),
        ["a list instead of an object"] = (ModelReply.Good("[1, 2]"), NoAnswer.Unreadable, 1),
        ["half a letter"] = (ModelReply.Good("""{"text":"\ud83d"}"""), NoAnswer.Unreadable, 1),
        ["nesting without end"] = (ModelReply.Good(string.Concat(Enumerable.Repeat("{\"a\":", 5_000))), NoAnswer.Unreadable, 1),
        ["an answer cut off"] = (ModelReply.Truncated(Asking.Answer), NoAnswer.Unreadable, 1),
        ["an answer that looks whole but was cut off"] = (new ModelReply.Words(Asking.Answer, ModelEnd.CutOff), NoAnswer.Unreadable, 1),
        ["nothing"] = (ModelReply.EmptyContent, NoAnswer.Unreadable, 1),
        ["a refusal"] = (ModelReply.Refusal, NoAnswer.Unreadable, 1),
        ["another shape"] = (ModelReply.WrongShape, NoAnswer.Unreadable, 1),
        ["an empty object"] = (new ModelReply.Body("{}"), NoAnswer.Unreadable, 1),
        ["a list of bodies"] = (new ModelReply.Body("[[]]"), NoAnswer.Unreadable, 1),
        ["null"] = (new ModelReply.Body("null"), NoAnswer.Unreadable, 1),
        ["no body"] = (new ModelReply.Body(""), NoAnswer.Unreadable, 1),
        ["a web page"] = (ModelReply.NotJsonHttp, NoAnswer.Unreadable, 1),
        ["far too much"] = (ModelReply.Good(new string(' ', 300_000) + Asking.Answer), NoAnswer.Unreadable, 1),
        ["failures"] = (ModelReply.Failure(), NoAnswer.Unavailable, 3),
        ["overload"] = (ModelReply.Failure(529), NoAnswer.Unavailable, 3),
        ["too many requests"] = (ModelReply.TooMany(), NoAnswer.RateLimited, 3),
        ["an empty account"] = (new ModelReply.Status(429, "insufficient_quota"), NoAnswer.RateLimited, 1),
        ["a wrong request"] = (new ModelReply.Status(400, "invalid_request_error"), NoAnswer.Refused, 1),
        ["an unknown model"] = (new ModelReply.Status(404, "not_found_error"), NoAnswer.Refused, 1),
        ["a redirect"] = (new ModelReply.Status(302, "moved"), NoAnswer.Refused, 1),
        ["a reset connection"] = (ModelReply.ConnectionReset, NoAnswer.Unavailable, 3),
        ["a connection reset in the middle"] = (new ModelReply.Reset(ModelReply.Good(Asking.Answer), AfterBytes: 120), NoAnswer.Unavailable, 3),
        ["a protocol that is not HTTP"] = (new ModelReply.NotHttp(), NoAnswer.Unavailable, 3),
    };

    public static TheoryData<ModelProvider, string> AllCases => [.. Both.SelectMany(provider => Cases.Keys.Select(name => (provider, name)))];

    [Theory]
    [MemberData(nameof(AllCases))]
    public async Task Whatever_a_server_does_is_an_answer_with_a_reason(ModelProvider provider, string what)
    {
        var (reply, reason, attempts) = Cases[what];
        await using var server = ModelServer.Saying(reply);

        var missing = (await Asking.AskAsync(Asking.Options(server, provider))).ShouldBeOfType<ModelAnswer.Missing>();

        missing.Reason.ShouldBe(reason, missing.Because);
        missing.Usage.Attempts.ShouldBe(attempts);
        server.Calls.Count.ShouldBe(attempts);
        missing.Because.ShouldEndWith(".");
        missing.Because.ShouldNotContain(Asking.Key);
        missing.Because.ShouldNotContain("secretOfTheInput");
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_wrong_key_is_refused_at_once_and_not_repeated_to_anybody(ModelProvider provider)
    {
        await using var server = new ModelServer(_ => ModelReply.Good(Asking.Answer)) { Key = "another" };

        var missing = (await Asking.AskAsync(Asking.Options(server, provider))).ShouldBeOfType<ModelAnswer.Missing>();

        missing.ShouldBe(new ModelAnswer.Missing(NoAnswer.Refused, "The model's server does not accept the key (401, authentication_error).", new(0, 0, Attempts: 1)));
        server.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_server_that_sends_us_elsewhere_does_not_make_us_carry_the_key_there(ModelProvider provider)
    {
        await using var elsewhere = ModelServer.Saying(ModelReply.Good(Asking.Answer));
        await using var server = ModelServer.Saying(new ModelReply.Status(307, "moved", Location: $"{elsewhere.Url}/chat/completions"));

        (await Asking.AskAsync(Asking.Options(server, provider))).ShouldBeOfType<ModelAnswer.Missing>().Reason.ShouldBe(NoAnswer.Refused);

        elsewhere.Calls.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task What_a_useless_answer_cost_is_counted(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(new ModelReply.Words("{\"text\":", ModelEnd.CutOff, InputTokens: 812, OutputTokens: 2_000));

        (await Asking.AskAsync(Asking.Options(server, provider))).Usage.ShouldBe(new ModelUsage(812, 2_000));
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_server_that_is_not_there_is_unavailable(ModelProvider provider)
    {
        var server = ModelServer.Saying(ModelReply.Garbage);
        var options = Asking.Options(server, provider);
        await server.DisposeAsync();

        var missing = (await Asking.AskAsync(options)).ShouldBeOfType<ModelAnswer.Missing>();

        (missing.Reason, missing.Because).ShouldBe((NoAnswer.Unavailable, "The model's server cannot be reached. Asked 3 times."));
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task After_a_failure_the_next_attempt_may_succeed(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(ModelReply.Failure(503), ModelReply.ConnectionReset, ModelReply.Good(Asking.Answer));

        var given = (await Asking.AskAsync(Asking.Options(server, provider))).ShouldBeOfType<ModelAnswer.Given>();

        given.Usage.Attempts.ShouldBe(3);
    }
}
