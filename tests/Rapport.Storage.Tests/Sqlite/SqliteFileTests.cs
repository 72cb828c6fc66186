using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rapport.Core.Intake;
using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Storage.Composing;
using Rapport.Storage.Sqlite;
using Rapport.Storage.Tests.Contract;

namespace Rapport.Storage.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public void The_words_of_a_message_cannot_be_found_in_the_file()
    {
        using (var stores = _folder.Open())
        {
            stores.Touches.Save([A.Plan(A.Touch())], A.Monday);
            stores.Messages.Save([A.Approved(A.Message("Unmistakable words for one person.") with { Subject = "Unmistakable subject" }, A.Touch())], A.Monday);
            _folder.AllBytes().AsSpan().IndexOf("Unmistakable"u8).ShouldBe(-1);
        }

        _folder.AllBytes().AsSpan().IndexOf("Unmistakable"u8).ShouldBe(-1);
        _folder.AllBytes().AsSpan().IndexOf("visit-remind/2"u8).ShouldBeGreaterThan(0, "or we did not look at the right bytes");
    }

    [Fact]
    public void What_was_asked_of_a_model_and_answered_cannot_be_found_in_the_file()
    {
        var call = new ModelCall { Id = new Guid(1, 0, 0, new byte[8]), At = A.Monday, Task = ModelTask.ReplyDraft, Program = "replies", Model = "scripted/one" };
        var request = new ModelRequest
        {
            Task = call.Task,
            Program = call.Program,
            Instructions = "Unmistakable instructions",
            Input = "Unmistakable input",
            SchemaName = "unmistakable",
            Schema = "Unmistakable schema",
        };
        using (var stores = _folder.Open())
        {
            stores.ModelLog.Begin(call, request);
            _folder.AllBytes().AsSpan().IndexOf("nmistakable"u8).ShouldBe(-1);
            stores.ModelLog.End(call.Id, "given", new ModelUsage(1, 1), 1, "Unmistakable answer");
            stores.ModelLog.Find(call.Id).ShouldBe(new ModelCallText(request.Instructions, request.Input, "Unmistakable answer"));
        }

        _folder.AllBytes().AsSpan().IndexOf("nmistakable"u8).ShouldBe(-1);
        _folder.AllBytes().AsSpan().IndexOf("scripted/one"u8).ShouldBeGreaterThan(0, "or we did not look at the right bytes");
    }

    [Fact]
    public void The_same_words_are_sealed_differently_each_time_and_for_one_message_only()
    {
        var sealer = new Sealer("maple", SqliteFolder.Key);
        var (id, other) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));

        sealer.Seal(id, "words"u8).ShouldNotBe(sealer.Seal(id, "words"u8));

        sealer.Open(id, sealer.Seal(id, "words"u8)).ShouldBe("words"u8.ToArray());
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => sealer.Open(other, sealer.Seal(id, "words"u8)));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => new Sealer("oak", SqliteFolder.Key).Open(id, sealer.Seal(id, "words"u8)));
    }

    [Fact]
    public void Another_key_is_refused_when_the_file_is_opened()
    {
        _folder.Open().Dispose();

        Should.Throw<StorageException>(() => SqliteDatabase.Open(_folder.Options with { Key = new byte[32] })).Message.ShouldContain("another key");
        Should.Throw<StorageException>(() => SqliteDatabase.Open(_folder.Options with { Key = new byte[16] })).Message.ShouldContain("32 bytes");
    }

    [Fact]
    public void Practices_in_one_file_do_not_see_each_other()
    {
        using var maple = _folder.Open();
        using var oak = SqliteDatabase.Open(_folder.Options with { Practice = "oak", Key = new byte[32] });
        maple.Records.Write([A.Patient("ana", new SourceIdentifier("urn:mrn", "1"))], A.Monday);
        maple.Touches.Save([A.Plan(A.Touch())], A.Monday);

        oak.Records.Write([A.Patient("ana", new SourceIdentifier("urn:mrn", "2"))], A.Monday).Added.ShouldBe(1);

        oak.Records.FindPatient("urn:mrn", "1").ShouldBeNull();
        oak.Touches.Count().ShouldBeEmpty();
        oak.Touches.TouchesOf([new("ana")]).ShouldBeEmpty();
        oak.Touches.Save([A.Plan()], A.Monday).Withdrawn.ShouldBe(0);
        maple.Everyone().ShouldHaveSingleItem().Charts[0].Touches.Count.ShouldBe(1);
    }

    [Fact]
    public void A_file_that_is_not_a_database_is_refused_and_left_as_it_is()
    {
        var text = string.Concat(Enumerable.Repeat("These are our holiday plans. ", 100));
        File.WriteAllText(_folder.File, text);

        Should.Throw<StorageException>(_folder.Open).Message.ShouldContain("is not a database");

        File.ReadAllText(_folder.File).ShouldBe(text);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_is()
    {
        Execute("CREATE TABLE holidays (day TEXT)");
        var before = File.ReadAllBytes(_folder.File);

        Should.Throw<StorageException>(_folder.Open).Message.ShouldContain("another program");

        File.ReadAllBytes(_folder.File).ShouldBe(before);
    }

    [Fact]
    public void A_file_from_a_newer_version_is_refused_in_plain_words()
    {
        _folder.Open().Dispose();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0.0')");

        Should.Throw<StorageException>(_folder.Open).Message.ShouldContain("newer version");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var options = _folder.Options with { Path = Path.Combine(Path.GetTempPath(), "no-such-folder-here", "practice.db") };

        Should.Throw<StorageException>(() => SqliteDatabase.Open(options)).Message.ShouldContain("folder exists");
    }

    [Fact]
    public void The_migrations_say_all_that_the_model_says()
    {
        _folder.Open().Dispose();
        using var connections = new SqliteConnections(_folder.Options);
        using var context = connections.OpenContext();

        context.Database.HasPendingModelChanges().ShouldBeFalse("run: dotnet run --project eng/Rapport.Migrations -- NameOfTheChange");
        context.Database.GetPendingMigrations().ShouldBeEmpty();
        context.Database.Migrate();
    }

    [Fact]
    public void A_file_of_the_first_version_is_brought_up_to_date_with_all_that_it_holds()
    {
        Execute("PRAGMA journal_mode = WAL; PRAGMA application_id = 0x52617070");
        using (var connections = new SqliteConnections(_folder.Options))
        using (var context = connections.OpenContext())
        {
            context.GetService<IMigrator>().Migrate("Start");
        }

        Execute("INSERT INTO staff_tasks VALUES ('maple', 'ana', 'recall', 'tetanus', 'unreachable', 'No address.', 1)");

        using var stores = _folder.Open();
        stores.Touches.OpenTasks().ShouldHaveSingleItem().Because.ShouldBe("No address.");
        stores.Templates.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task Processes_that_open_a_new_file_at_the_same_time_all_succeed()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(_folder.Open)));

        foreach (var stores in opened)
        {
            stores.Records.Write([A.Patient()], A.Monday);
            stores.Dispose();
        }
    }

    [Fact]
    public void Whole_charts_are_read_in_index_order_and_never_sorted()
    {
        using var stores = _folder.Open();
        stores.Records.Write([A.Patient(), A.Condition("c")], A.Monday);

        var plan = PlanOf(
            """
            SELECT c.kind, c.body FROM patients p CROSS JOIN chart c ON c.practice = p.practice AND c.patient = p.id
            WHERE p.practice = 'maple' ORDER BY p.household, p.survivor, p.id, c.kind, c.id
            """);

        plan.ShouldNotContain("TEMP B-TREE");
        plan.ShouldNotContain("SCAN");
    }

    [Fact]
    public void How_often_words_were_read_and_what_models_cost_is_found_through_an_index()
    {
        _folder.Open().Dispose();

        PlanOf(TemplateStore.Uses).ShouldContain("USING INDEX IX_touches_left (practice=? AND sent_at>?)");
        PlanOf(ModelLog.Spent).ShouldContain("USING INDEX IX_model_calls_practice_at (practice=? AND at>?)");
    }

    public void Dispose() => _folder.Dispose();

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string PlanOf(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        using var rows = command.ExecuteReader();
        var plan = new StringBuilder();
        while (rows.Read())
        {
            plan.AppendLine(rows.GetString(3));
        }

        return plan.ToString();
    }
}
