using Microsoft.EntityFrameworkCore;
using Rapport.Storage.Composing;
using Rapport.Storage.Delivery;
using Rapport.Storage.Intake;
using Rapport.Storage.Planning;
using Rapport.Storage.Records;

namespace Rapport.Storage;

/// <summary>The schema, and the overviews of one practice; bulk work goes through prepared statements instead.</summary>
internal sealed class RapportContext(DbContextOptions<RapportContext> options, string practice) : DbContext(options)
{
    private readonly string _practice = practice;

    public DbSet<TouchRow> Touches => Set<TouchRow>();

    public DbSet<StaffTaskRow> StaffTasks => Set<StaffTaskRow>();

    public DbSet<IntakeIssueRow> IntakeIssues => Set<IntakeIssueRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new PracticeRowConfiguration());
        modelBuilder.ApplyConfiguration(new ChartRowConfiguration());
        modelBuilder.ApplyConfiguration(new IdentifierRowConfiguration());
        modelBuilder.ApplyConfiguration(new IntakeIssueRowConfiguration());
        modelBuilder.ApplyConfiguration(new PatientRowConfiguration());
        modelBuilder.ApplyConfiguration(new VisitRowConfiguration());
        modelBuilder.ApplyConfiguration(new TouchRowConfiguration());
        modelBuilder.ApplyConfiguration(new StaffTaskRowConfiguration());
        modelBuilder.ApplyConfiguration(new MessageRowConfiguration());
        modelBuilder.ApplyConfiguration(new SuppressedAddressRowConfiguration());
        modelBuilder.ApplyConfiguration(new WrittenTemplateRowConfiguration());
        modelBuilder.ApplyConfiguration(new ModelCallRowConfiguration());
        modelBuilder.ApplyConfiguration(new VoiceCardRowConfiguration());

        modelBuilder.Entity<TouchRow>().HasQueryFilter(t => t.Practice == _practice);
        modelBuilder.Entity<StaffTaskRow>().HasQueryFilter(t => t.Practice == _practice);
        modelBuilder.Entity<IntakeIssueRow>().HasQueryFilter(i => i.Practice == _practice);

        // The statements are written by hand, so columns have the names that people type.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
