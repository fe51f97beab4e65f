@echo off
rem Starts TetherKey from this folder: finds a JDK 25, builds on first use, then runs what was built.
setlocal EnableExtensions EnableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "LIB=%ROOT%\packaging\target\tetherkey\lib"
set "JDK="

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do if not defined JDK for %%B in ("%%~dpJ..") do call :consider "%%~fB"
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java") do (
  if not defined JDK if exist "%%~P" for /d %%D in ("%%~P\*") do if not defined JDK call :consider "%%~fD"
)
if not defined JDK (
  echo TK-711 TetherKey needs a JDK 25 or newer and found none. It looked in JAVA_HOME, on the PATH and in the usual folders. Get one from https://adoptium.net ^(winget install EclipseAdoptium.Temurin.25.JDK^) and start again. 1>&2
  exit /b 1
)

rem Rebuilds when the program is missing or a source is newer than it.
set "BUILD="
if not exist "%LIB%\fx" set "BUILD=yes"
if not defined BUILD if exist "%ROOT%\packaging\src" (
  powershell -NoProfile -Command "$built=(Get-Item -LiteralPath $env:LIB).LastWriteTimeUtc; $newer=Get-ChildItem -Path ($env:ROOT+'\pom.xml'),($env:ROOT+'\*\pom.xml'),($env:ROOT+'\*\src\main') -Recurse -File | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1; if ($newer) { exit 1 } else { exit 0 }"
  if errorlevel 1 set "BUILD=yes"
)
if not defined BUILD goto start

where mvn >nul 2>nul
if errorlevel 1 (
  echo TK-712 TetherKey is built on its first start and needs Maven 3.8 or newer for that. Install it ^(winget install Apache.Maven^) and start again. 1>&2
  exit /b 1
)
echo Building TetherKey, a minute or two on the first start ... 1>&2
if not exist "%ROOT%\packaging\target" mkdir "%ROOT%\packaging\target"
pushd "%ROOT%"
set "CALLERS_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
call mvn -q -B -Dmaven.test.skip -Dspotless.check.skip -Djacoco.skip package >"packaging\target\build.log" 2>&1
set "STATUS=!errorlevel!"
set "JAVA_HOME=%CALLERS_JAVA_HOME%"
popd
if not "%STATUS%"=="0" (
  echo TK-713 The build of TetherKey failed. The whole log is in %ROOT%\packaging\target\build.log. 1>&2
  exit /b 1
)

:start
set "OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto"
set "WINDOW=yes"
for %%C in (bank demo devices verify-receipt conformance --help -h --version -V) do if "%~1"=="%%C" set "WINDOW="
if defined WINDOW (
  "%JDK%\bin\java.exe" %OPTIONS% "-Dtetherkey.lib=%LIB%" -cp "%LIB%\*" --module-path "%LIB%\fx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED io.tetherkey.cli.TetherKey %*
) else (
  "%JDK%\bin\java.exe" %OPTIONS% "-Dtetherkey.lib=%LIB%" -cp "%LIB%\*" --enable-native-access=ALL-UNNAMED io.tetherkey.cli.TetherKey %*
)
exit /b %errorlevel%

:consider
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_VERSION= "%~1\release"') do for /f "delims=." %%M in ("%%~V") do if %%M GEQ 25 set "JDK=%~1"
exit /b
