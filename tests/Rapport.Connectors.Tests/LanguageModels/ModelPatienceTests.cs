using Microsoft.Extensions.AI;
using Rapport.Connectors.LanguageModels;
using Rapport.Engine.Composing;
using Rapport.TestKit;
using Rapport.TestKit.LanguageModels;

namespace Rapport.Connectors.Tests.LanguageModels;

public sealed class ModelPatienceTests
{
    private static readonly LanguageModelOptions Patient = new() { Provider = ModelProvider.OpenAi, Model = "m", MaxAttempts = 1 };

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(ModelProvider.OpenAi, "7", 7)]
    [InlineData(ModelProvider.Anthropic, "7", 7)]
    [InlineData(ModelProvider.OpenAi, "Tue, 03 Mar 2026 09:00:09 GMT", 9)]
    [InlineData(ModelProvider.Anthropic, "Tue, 03 Mar 2026 09:00:09 GMT", 9)]
    public async Task A_server_that_says_when_to_come_back_is_asked_again_then(ModelProvider provider, string retryAfter, int seconds)
    {
        await using var server = ModelServer.Saying(ModelReply.TooMany(retryAfter), ModelReply.Good(Asking.Answer));
        using var model = ChatLanguageModel.Create(Asking.Options(server, provider), _time);
        var asking = model.AskAsync(Asking.Question, default);

        await ManualTime.UntilAsync(() => Asking.Pause(_time) is not null);
        _time.Pending.ShouldBe([TimeSpan.FromSeconds(seconds)]);
        _time.Advance(TimeSpan.FromSeconds(seconds));

        (await asking).ShouldBeOfType<ModelAnswer.Given>().Usage.Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData("600")]
    [InlineData("Wed, 04 Mar 2026 09:00:00 GMT")]
    public async Task A_server_that_wants_a_longer_pause_than_a_question_may_take_is_not_waited_for(string retryAfter)
    {
        await using var server = ModelServer.Saying(ModelReply.TooMany(retryAfter));

        var missing = (await Asking.AskAsync(Asking.Options(server))).ShouldBeOfType<ModelAnswer.Missing>();

        (missing.Reason, server.Calls.Count).ShouldBe((NoAnswer.RateLimited, 1));
    }

    [Fact]
    public async Task Pauses_grow_and_are_never_quite_the_same()
    {
        await using var server = ModelServer.Saying(ModelReply.Failure());
        using var model = ChatLanguageModel.Create(Asking.Options(server) with { MaxAttempts = 4 }, _time);
        var asking = model.AskAsync(Asking.Question, default);
        var pauses = new List<double>();
        while (!asking.IsCompleted)
        {
            await ManualTime.UntilAsync(() => asking.IsCompleted || Asking.Pause(_time) is not null);
            pauses.AddRange(Asking.Pause(_time) is { } pause ? [pause.TotalSeconds] : []);
            _time.Advance(Asking.Pause(_time) ?? TimeSpan.Zero);
        }

        pauses.Count.ShouldBe(3);
        pauses[0].ShouldBeInRange(0.5, 1);
        pauses[1].ShouldBeInRange(1, 2);
        pauses[2].ShouldBeInRange(2, 4);
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_silent_server_is_asked_again_until_the_attempts_are_used_up(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(ModelReply.Hang);
        using var model = ChatLanguageModel.Create(Asking.Options(server, provider) with { MaxAttempts = 2 }, _time);
        var asking = model.AskAsync(Asking.Question, default);

        await LetAttemptEndAsync(server, attempt: 1);
        await ManualTime.UntilAsync(() => Asking.Pause(_time) is not null);
        _time.Advance(Asking.Pause(_time)!.Value);
        await LetAttemptEndAsync(server, attempt: 2);

        (await asking).ShouldBe(new ModelAnswer.Missing(NoAnswer.TimedOut, "The model's server did not answer in time. Asked 2 times.", new(0, 0, Attempts: 2)));
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_server_that_answers_drop_by_drop_is_left_at_the_deadline(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(ModelReply.SlowDrip(Asking.Answer, TimeSpan.FromMilliseconds(100)));
        using var model = ChatLanguageModel.Create(Asking.Options(server, provider) with { Deadline = TimeSpan.FromSeconds(60) }, _time);
        var start = _time.GetUtcNow();
        var asking = model.AskAsync(Asking.Question, default);

        await ManualTime.UntilAsync(() => server.Dripped > 3);
        asking.IsCompleted.ShouldBeFalse();
        _time.Advance(_time.Pending.ShouldHaveSingleItem());

        (await asking).ShouldBeOfType<ModelAnswer.Missing>().Reason.ShouldBe(NoAnswer.TimedOut);
        (_time.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(60));
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_last_attempt_gets_only_what_is_left_of_the_deadline()
    {
        await using var server = ModelServer.Saying(ModelReply.Hang);
        using var model = ChatLanguageModel.Create(Asking.Options(server) with { Deadline = TimeSpan.FromSeconds(100) }, _time);
        var start = _time.GetUtcNow();
        var asking = model.AskAsync(Asking.Question, default);

        await LetAttemptEndAsync(server, attempt: 1);
        await ManualTime.UntilAsync(() => Asking.Pause(_time) is not null);
        _time.Advance(Asking.Pause(_time)!.Value);
        await LetAttemptEndAsync(server, attempt: 2);

        (await asking).ShouldBeOfType<ModelAnswer.Missing>().Reason.ShouldBe(NoAnswer.TimedOut);
        (_time.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(100));
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task No_more_questions_are_with_the_server_at_once_than_allowed(ModelProvider provider)
    {
        var mayAnswer = new TaskCompletionSource();
        await using var server = new ModelServer(async _ =>
        {
            await mayAnswer.Task;
            return ModelReply.Good(Asking.Answer);
        });
        using var model = ChatLanguageModel.Create(Asking.Options(server, provider) with { MaxConcurrency = 3 }, _time);
        var asking = Enumerable.Range(0, 20).Select(_ => model.AskAsync(Asking.Question, default)).ToList();

        await ManualTime.UntilAsync(() => server.Calls.Count is 3);
        mayAnswer.SetResult();
        var answers = await Task.WhenAll(asking);

        answers.ShouldAllBe(answer => answer is ModelAnswer.Given);
        (server.Calls.Count, server.MostAtOnce).ShouldBe((20, 3));
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task A_server_that_always_fails_is_not_stormed_with_repeats(ModelProvider provider)
    {
        const int Questions = 50;
        await using var server = ModelServer.Saying(ModelReply.Failure());
        using var model = ChatLanguageModel.Create(Asking.Options(server, provider), _time);

        for (var question = 0; question < Questions; question++)
        {
            var answer = await Asking.WithoutPausesAsync(model.AskAsync(Asking.Question, default), _time);
            answer.ShouldBeOfType<ModelAnswer.Missing>().Reason.ShouldBe(NoAnswer.Unavailable);
        }

        // One fifth of the questions, and five to spare.
        server.Calls.Count.ShouldBe(Questions + 10 + 5);
    }

    [Theory]
    [MemberData(nameof(Asking.Protocols), MemberType = typeof(Asking))]
    public async Task Who_no_longer_waits_is_let_go_while_the_server_thinks(ModelProvider provider)
    {
        await using var server = ModelServer.Saying(ModelReply.Hang);
        using var model = ChatLanguageModel.Create(Asking.Options(server, provider), _time);
        using var caller = new CancellationTokenSource();
        var asking = model.AskAsync(Asking.Question, caller.Token);

        await ManualTime.UntilAsync(() => server.Calls.Count is 1);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    [Fact]
    public async Task Who_no_longer_waits_is_let_go_between_attempts_and_before_their_turn()
    {
        await using var server = ModelServer.Saying(ModelReply.TooMany("15"));
        using var model = ChatLanguageModel.Create(Asking.Options(server) with { MaxConcurrency = 1 }, _time);
        using var caller = new CancellationTokenSource();
        var asking = model.AskAsync(Asking.Question, caller.Token);
        var waiting = model.AskAsync(Asking.Question, caller.Token);

        await ManualTime.UntilAsync(() => Asking.Pause(_time) is not null);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_package_that_never_returns_does_not_hold_us()
    {
        using var chat = new DeafChatClient(() => new TaskCompletionSource<ChatResponse>().Task);
        using var model = new ChatLanguageModel(chat, Patient, _time);
        var asking = model.AskAsync(Asking.Question, default);

        await ManualTime.UntilAsync(() => _time.Pending.Count is 1);
        _time.Advance(Patient.Timeout);

        (await asking).ShouldBeOfType<ModelAnswer.Missing>().Reason.ShouldBe(NoAnswer.TimedOut);
    }

    [Fact]
    public async Task A_package_that_throws_anything_at_all_is_an_answer_without_its_words()
    {
        using var chat = new DeafChatClient(() => throw new NotSupportedException($"bad header: Bearer {Asking.Key}"));
        using var model = new ChatLanguageModel(chat, Patient, _time);

        var missing = (await model.AskAsync(Asking.Question, default)).ShouldBeOfType<ModelAnswer.Missing>();

        missing.ShouldBe(new ModelAnswer.Missing(NoAnswer.Unreadable, "The answer does not follow the provider's protocol.", new(0, 0, Attempts: 1)));
    }

    private async Task LetAttemptEndAsync(ModelServer server, int attempt)
    {
        await ManualTime.UntilAsync(() => server.Calls.Count == attempt && _time.Pending.Count is 1);
        _time.Advance(_time.Pending.Single());
    }
}
