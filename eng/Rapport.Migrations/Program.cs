// dotnet run --project eng/Rapport.Migrations -- NameOfTheChange
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Rapport.Storage.Sqlite;

if (args is not [var name])
{
    Console.Error.WriteLine("Say what changes, in one word: dotnet run --project eng/Rapport.Migrations -- AddFaxNumbers");
    return 1;
}

using var connections = new SqliteConnections(new SqliteOptions(":memory:", "design", new byte[32]));
await using var context = connections.OpenContext();
var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
new SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
await using var provider = services.BuildServiceProvider();

var folder = Path.Combine("src", "Rapport.Storage.Sqlite", "Migrations");
var migration = provider.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration(name, "Rapport.Storage.Sqlite");
foreach (var (file, code) in new[]
{
    ($"{migration.MigrationId}.cs", migration.MigrationCode),
    ($"{migration.MigrationId}.Designer.cs", migration.MetadataCode),
    ($"{migration.SnapshotName}.cs", migration.SnapshotCode),
})
{
    await File.WriteAllTextAsync(Path.Combine(folder, file), code.ReplaceLineEndings("\n"));
    Console.WriteLine(Path.Combine(folder, file));
}

return 0;
