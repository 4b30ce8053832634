using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Reminders.Data;

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders_reminders");
        builder.Property(r => r.Rule).HasMaxLength(40);
        builder.Property(r => r.Context).HasMaxLength(500);
        builder.Ignore(r => r.BelievedUntil);
        // An answer given while the day is computed, or by two people, is never overwritten unseen.
        builder.Property(r => r.AcknowledgedOn).IsConcurrencyToken();
        builder.Property(r => r.PromisedFor).IsConcurrencyToken();
        builder.Property(r => r.SnoozedUntil).IsConcurrencyToken();
        builder.HasOne(r => r.Subject).WithMany().HasForeignKey(r => r.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subject>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.AcknowledgedBy).WithMany().HasForeignKey(r => r.AcknowledgedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Rule, r.SubjectId, r.Due }).IsUnique();
        builder.HasIndex(r => new { r.DoneOn, r.Due });
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("reminders_deliveries");
        builder.Property(d => d.Reason).HasMaxLength(500);
        builder.HasOne(d => d.Reminder).WithMany(r => r.Deliveries).HasForeignKey(d => d.ReminderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(d => d.Recipient).WithMany().HasForeignKey(d => d.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Letter).WithMany().HasForeignKey(d => d.LetterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.ReminderId, d.Step, d.RecipientId }).IsUnique();
        builder.HasIndex(d => d.RecipientId);
        builder.HasIndex(d => d.On);
    }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<ReminderAnswer>
{
    public void Configure(EntityTypeBuilder<ReminderAnswer> builder)
    {
        builder.ToTable("reminders_answers");
        builder.HasOne<Reminder>().WithMany(r => r.Answers).HasForeignKey(a => a.ReminderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.By).WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("reminders_letters");
        builder.HasOne(l => l.Recipient).WithMany().HasForeignKey(l => l.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(l => l.Mail).WithMany().HasForeignKey(l => l.MailId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.RecipientId, l.Kind, l.Period }).IsUnique();
    }
}

internal sealed class PreferenceMapping : IEntityTypeConfiguration<LetterPreference>
{
    public void Configure(EntityTypeBuilder<LetterPreference> builder)
    {
        builder.ToTable("reminders_preferences");
        builder.HasKey(p => p.PersonId);
        builder.Property(p => p.PersonId).ValueGeneratedNever();
        builder.HasOne<Subject>().WithOne().HasForeignKey<LetterPreference>(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RuleSettingMapping : IEntityTypeConfiguration<RuleSetting>
{
    public void Configure(EntityTypeBuilder<RuleSetting> builder)
    {
        builder.ToTable("reminders_rules");
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.Steps).HasMaxLength(80);
        builder.Ignore(s => s.Days);
        builder.HasIndex(s => s.Code).IsUnique();
    }
}

internal sealed class RulePostMapping : IEntityTypeConfiguration<RulePost>
{
    public void Configure(EntityTypeBuilder<RulePost> builder)
    {
        builder.ToTable("reminders_rule_posts");
        builder.HasOne<RuleSetting>().WithMany(s => s.Posts).HasForeignKey(p => p.SettingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(p => p.Post).WithMany().HasForeignKey(p => p.PostId).OnDelete(DeleteBehavior.Restrict);
    }
}
