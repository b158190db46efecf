using SsoOidcGen.Model;
using SsoOidcGen.Planning;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Inputs;

/// <summary>A model, and what the project wants of it: one client for each use.</summary>
internal sealed record ModelInput(ModelSource Source, EquatableArray<PlanOptions> Uses);
